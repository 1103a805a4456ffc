import type { Bilingual } from '../text.ts';

export interface Region {
  /** Six digits, GB/T 2260. */
  readonly code: string;
  readonly name: Bilingual;
}

const region = (code: string, zh: string, en: string): Region => ({ code, name: { zh, en } });

/** Where somebody is from: the 16 districts of Shanghai, then the other 33 divisions of province level, by their codes. */
export const REGIONS: readonly Region[] = [
  region('310101', '黄浦', 'Huangpu'),
  region('310104', '徐汇', 'Xuhui'),
  region('310105', '长宁', 'Changning'),
  region('310106', '静安', "Jing'an"),
  region('310107', '普陀', 'Putuo'),
  region('310109', '虹口', 'Hongkou'),
  region('310110', '杨浦', 'Yangpu'),
  region('310112', '闵行', 'Minhang'),
  region('310113', '宝山', 'Baoshan'),
  region('310114', '嘉定', 'Jiading'),
  region('310115', '浦东', 'Pudong'),
  region('310116', '金山', 'Jinshan'),
  region('310117', '松江', 'Songjiang'),
  region('310118', '青浦', 'Qingpu'),
  region('310120', '奉贤', 'Fengxian'),
  region('310151', '崇明', 'Chongming'),
  region('110000', '北京', 'Beijing'),
  region('120000', '天津', 'Tianjin'),
  region('130000', '河北', 'Hebei'),
  region('140000', '山西', 'Shanxi'),
  region('150000', '内蒙古', 'Inner Mongolia'),
  region('210000', '辽宁', 'Liaoning'),
  region('220000', '吉林', 'Jilin'),
  region('230000', '黑龙江', 'Heilongjiang'),
  region('320000', '江苏', 'Jiangsu'),
  region('330000', '浙江', 'Zhejiang'),
  region('340000', '安徽', 'Anhui'),
  region('350000', '福建', 'Fujian'),
  region('360000', '江西', 'Jiangxi'),
  region('370000', '山东', 'Shandong'),
  region('410000', '河南', 'Henan'),
  region('420000', '湖北', 'Hubei'),
  region('430000', '湖南', 'Hunan'),
  region('440000', '广东', 'Guangdong'),
  region('450000', '广西', 'Guangxi'),
  region('460000', '海南', 'Hainan'),
  region('500000', '重庆', 'Chongqing'),
  region('510000', '四川', 'Sichuan'),
  region('520000', '贵州', 'Guizhou'),
  region('530000', '云南', 'Yunnan'),
  region('540000', '西藏', 'Tibet'),
  region('610000', '陕西', 'Shaanxi'),
  region('620000', '甘肃', 'Gansu'),
  region('630000', '青海', 'Qinghai'),
  region('640000', '宁夏', 'Ningxia'),
  region('650000', '新疆', 'Xinjiang'),
  region('710000', '台湾', 'Taiwan'),
  region('810000', '香港', 'Hong Kong'),
  region('820000', '澳门', 'Macao'),
];

/** The choices of a region field. */
export const regionsWithin = (within: 'city' | 'country'): readonly Region[] =>
  within === 'country' ? REGIONS : REGIONS.filter(({ code }) => code.startsWith('31'));

export const regionOf = (code: string): Region | undefined => REGIONS.find((each) => each.code === code);
