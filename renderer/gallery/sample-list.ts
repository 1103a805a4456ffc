import type { ItemTile } from '../../contract/tiles.ts';

type Reason = ItemTile['unavailable'];

let serial = 0;
function item(zh: string, en: string, icon: ItemTile['icon'], finishes: boolean, unavailable?: Reason): ItemTile {
  serial += 1;
  const code = `3100140${String(serial).padStart(5, '0')}`;
  return { code, name: { zh, en }, icon, department: 'social-security', finishes, ...(unavailable && { unavailable }) };
}

/** Real names, the longest of the catalogue among them, with every reason why one cannot be had. */
export const LISTED: readonly ItemTile[] = [
  item('灵活就业人员缴费对账单', 'Contribution statement for flexible workers', 'certificate', true),
  item(
    '转往外省市养老保险缴费凭证',
    'Contribution certificate for moving to another province',
    'certificate',
    true,
    'needsPrinter',
  ),
  item('社保业务办理进度查询', 'Progress of your social insurance matters', 'search', true, 'needsNetwork'),
  item(
    '长三角社会保险参保证明（沪苏浙皖）',
    'Yangtze Delta insurance certificate (SH, JS, ZJ, AH)',
    'certificate',
    true,
    'needsDevice',
  ),
  item('个人社会保险参保证明', 'Personal certificate of social insurance cover', 'certificate', true, 'notHere'),
  item('社会保险参保信息查询', 'Which social insurances cover you', 'search', true),
  item('单位社会保险参保证明', 'Certificate of a company’s social insurance', 'certificate', true),
  item('养老金领取资格认证结果查询', 'Is your pension confirmation up to date?', 'search', true),
  item(
    '灵活就业人员企业职工基本养老保险参保登记',
    'Join the employee pension scheme as a flexible worker',
    'apply',
    false,
  ),
  item('社会保险个人基本信息变更', 'Change your personal details in social insurance', 'apply', false),
  item('企业社会保险登记', 'Register a company for social insurance', 'apply', false),
  item('企业社会保险登记信息变更', 'Change a company’s social insurance registration', 'apply', false),
  item('企业注销社会保险登记', 'Cancel a company’s social insurance registration', 'apply', false),
  item('企业职工参保登记', 'Register employees for social insurance', 'apply', false),
  item('缴费人员减少申报', 'Report employees leaving your social insurance account', 'apply', false),
  item('企业职工社会保险费补缴申报', 'Declare back payment of employees’ contributions', 'apply', false),
  item('注销税务登记（适用于“一照一码”“两证整合”以外的纳税人）', 'Cancel tax registration (others)', 'apply', false),
  item(
    '大型群众性活动安全许可（1000人以上5000人以下）',
    'Safety permit for an event of 1,000 to 5,000 people',
    'apply',
    false,
    'suspended',
  ),
  item(
    '货物运输车辆道路运输证办理（注销、报停与恢复营运）',
    'Truck operating permit: cancel, pause or resume',
    'apply',
    false,
    'notHere',
  ),
  item(
    '占用、挖掘普通公路、普通公路用地或者使公路改线审批',
    'Approval to occupy, dig up or move a road',
    'apply',
    false,
  ),
  item(
    '乡（镇）村公共设施、公益事业使用集体建设用地审批',
    'Collective land for village public facilities',
    'apply',
    false,
  ),
  item(
    '增值税专用发票（增值税税控系统）最高开票限额审批',
    'Approve the highest amount on a VAT invoice',
    'apply',
    false,
  ),
  item(
    '主要农作物常规种子或非主要农作物种子生产经营许可',
    'Licence for conventional main-crop seed or other crop seed',
    'apply',
    false,
  ),
  item(
    '动物防疫条件合格证核发（隔离场所和无害化处理场）',
    'Animal disease prevention certificate: quarantine and disposal sites',
    'apply',
    false,
  ),
  item(
    '救助对象居民医保个人缴费补贴',
    'Contribution subsidy for people in hardship (residents’ insurance)',
    'apply',
    false,
  ),
  item(
    '户籍人户分离人员居住登记受理',
    'Residence registration for locals living away from their register',
    'apply',
    false,
  ),
  item(
    '国有企业归档范围和保管期限表审查',
    "Review of a state company's archiving rules and retention periods",
    'apply',
    false,
  ),
  item(
    '占用农业灌溉水源或影响供水的建设项目审批',
    'Approval of building works that affect irrigation or water supply',
    'apply',
    false,
  ),
  item(
    '拖拉机和联合收割机号牌、行驶证补领换领',
    'Replacing the plates or licence of a tractor or combine harvester',
    'apply',
    false,
  ),
];
