import { spell } from './spell.ts';
import type { SearchSource, SpelledName } from './types.ts';

/** Real names with what people say instead, `name = alias ；alias`: what the tests of the search look in. */
const NAMES = `
医保个人账户查询=医保卡里还有多少钱；医保余额
年度累计医疗费用查询=今年看病花了多少钱；看病报了多少
基本医疗保险参保凭证打印=医保参保证明；参保证明
基本医疗保险关系转移接续=医保转到上海
异地就医备案=外地看病报销；去外地住院
企业职工养老金发放记录=退休工资；退休金到账没
养老保险待遇领取资格认证=养老金年审；刷脸认证
城乡居民养老保险参保登记=农保；没单位交养老
企业职工基本养老保险正常退休申请=退休怎么办；到年龄了办退休
个人社会保险参保证明=社保证明；社保单子
社会保障卡挂失=社保卡丢了先停用
社会保障卡补领、换领、换发=社保卡丢了；补社保卡
失业保险金申领=丢了工作领钱；下岗补贴
就业创业证查询=失业证查询
住房公积金个人账户查询=公积金余额；公积金还有多少
住房公积金提取=取公积金；公积金拿出来
公积金还款计算=公积金贷款一个月还多少
住房公积金贷款申请=公积金贷款；买房贷款
不动产登记信息查询打印=房产证明；有几套房
公共租赁住房申请资格审核=公租房；申请公租房
契税完税证明打印=买房交税的票
个人所得税纳税记录=个税证明；交了多少税
居住证申领=办居住证；外地人办证
居住证签注=居住证到期；居住证续签
居住证积分查询=积分够不够
户籍证明=户口证明；户口本丢了开证明
户口登记=报户口；小孩上户口
新生儿出生一件事=小孩出生办手续；生孩子办手续
普通护照签发=办护照；出国护照
居民身份证换领=身份证到期；身份证换新的
居民身份证丢失补领=身份证丢了；补身份证
驾驶证补证换证=驾照到期；驾照丢了
机动车违法记录查询=查违章；车子违章
结婚登记预约=领结婚证；去结婚
补领结婚证=结婚证丢了
离婚登记（跨省通办）=离婚；外地户口离婚
老年综合津贴申请=敬老卡；老人补贴
残疾人证新办=办残疾证；残疾鉴定
最低生活保障申请=低保；没钱过日子
特困人员救助供养认定=孤老救助
临时救助=家里出事困难补助
独生子女父母奖励=独生子女费
孤儿基本生活费发放=没爹妈的孩子补助
幼儿园、小学和初中入学办理=孩子上学；孙子上学报名
中小学生学籍证明打印=证明孩子在上学
教师资格证书补发、换发=教师证丢了
会计专业技术人员继续教育信息查询=会计学分够不够
旅馆业特种行业许可证核发=开旅馆；开宾馆
食品经营许可新办=开饭店；餐馆执照
个体工商户设立登记=开小店；办营业执照
企业注销登记=公司不开了
歌舞娱乐场所设立审批=KTV开业；开KTV
律师执业证申领=当律师
绿色食品标志使用审核=绿色菜标志
无犯罪记录证明=没犯过事证明；政审证明
长期护理保险需求评估申请=长护险；老人护理补贴
重大疾病医疗救助=大病救助；重病看不起
银行账户变更=养老金换银行卡
单位社会保险缴费明细=公司交了多少社保
人体器官捐献登记=遗体捐献
丧葬补助金和抚恤金申领=老人去世补助；丧葬费
参战退役人员生活补助=当兵补助；老兵补贴
公交线路查询=12路公交；2号线几点
`;

export const SAMPLE_ITEMS: readonly SearchSource[] = NAMES.trim()
  .split('\n')
  .map((line, at) => {
    const [name = '', aliases = ''] = line.split('=');
    return itemOf(`9${String(at).padStart(11, '0')}`, name, aliases ? aliases.split('；') : []);
  });

/** An item by its names; the demand differs from item to item so that ties are rare. */
export function itemOf(code: string, name: string, aliases: readonly string[] = [], demand?: number): SearchSource {
  const spelled = (where: SpelledName['in'], text: string): SpelledName => ({ in: where, text, spelling: spell(text) });
  return {
    code,
    demand: demand ?? (Number(code.slice(-4)) * 37) % 101,
    finishes: name.includes('查询') || name.includes('打印'),
    names: [spelled('name', name), ...aliases.map((alias) => spelled('alias', alias))],
  };
}
