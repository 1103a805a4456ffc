import type { Shelf } from '../../contract/tiles.ts';

const shelf = (id: string, zh: string, en: string, items: number): Shelf => ({ id, name: { zh, en }, items });

/** Those that stand on the home page. */
export const HOME_SHELVES: readonly Shelf[] = [
  shelf('social-security', '人力资源和社会保障', 'Social Security & Work', 184),
  shelf('medical-security', '医疗保障', 'Medical Insurance', 63),
  shelf('public-security', '公安', 'Police', 79),
  shelf('civil-affairs', '民政', 'Civil affairs', 46),
  shelf('housing-fund', '住房公积金', 'Housing Fund', 29),
  shelf('housing', '住房和城乡建设', 'Housing & Construction', 58),
  shelf('planning', '规划资源和不动产', 'Planning & Property', 48),
  shelf('education', '教育', 'Education', 52),
  shelf('health', '卫生健康', 'Health', 91),
  shelf('transport', '交通运输', 'Transport', 126),
  shelf('tax', '税务', 'Taxes', 92),
  shelf('market', '市场监督管理', 'Market regulation', 98),
  shelf('culture', '文化旅游和体育', 'Culture, tourism, sport', 91),
  shelf('agriculture', '农业农村', 'Agriculture & Rural Areas', 97),
  shelf('justice', '司法行政', 'Justice', 37),
  shelf('greening', '绿化市容和林业', 'Greening & City Appearance', 50),
  shelf('water', '水务', 'Water', 36),
  shelf('bundles', '一件事', 'One visit, one matter', 63),
  shelf('jiangyin', '跨省通办·江阴', 'Jiangyin (Jiangsu)', 52),
  shelf('huicheng', '跨省通办·惠城', 'Huicheng (Guangdong)', 69),
];

/** As many as there may be: the real ones and two more. */
export const SHELVES: readonly Shelf[] = [
  ...HOME_SHELVES,
  shelf('government-services', '政务服务和社区事务', 'Community Services', 16),
  shelf('disabled-persons', '残疾人联合会', 'Disabled persons', 19),
  shelf('veterans', '退役军人事务', "Veterans' affairs", 11),
  shelf('archives', '档案', 'Archives', 24),
  shelf('utilities', '水电燃气通信', 'Utilities & Telecom', 9),
  shelf('environment', '生态环境', 'Environment', 23),
  shelf('emergency', '应急管理', 'Emergency Management', 23),
  shelf('civil-defence', '民防', 'Civil Defence', 10),
  shelf('city-management', '城市管理', 'City Management', 14),
  shelf('fire', '消防救援', 'Fire and rescue', 7),
  shelf('commerce', '商务', 'Commerce', 6),
  shelf('tobacco', '烟草专卖', 'Tobacco', 8),
  shelf('finance', '财政', 'Finance', 6),
  shelf('development', '发展改革', 'Development and reform', 9),
  shelf('economy', '经济和信息化', 'Economy and IT', 4),
  shelf('public-resources', '公共资源交易', 'Public resources', 3),
  shelf('ethnic-religious', '民族和宗教', 'Ethnic & Religious Affairs', 16),
  shelf('meteorology', '气象', 'Meteorology', 7),
  shelf('women', '妇女联合会', 'Women’s federation', 5),
  shelf('statistics', '统计', 'Statistics', 3),
];

/** Sections of the largest department. */
export const SECTIONS: readonly Shelf[] = [
  shelf('pension', '养老待遇', 'Pensions', 14),
  shelf('contributions', '参保与转移', 'Cover & transfers', 24),
  shelf('resident', '城乡居保', 'Resident pension', 9),
  shelf('public-sector', '机关事业', 'Public sector staff', 14),
  shelf('unemployment', '失业保险', 'Unemployment', 13),
  shelf('jobs', '就业服务', 'Finding work', 21),
  shelf('subsidies', '就业补贴', 'Job subsidies', 10),
  shelf('startup', '创业与培训', 'Start-up & training', 12),
  shelf('injury', '工伤保险', 'Work injury', 22),
  shelf('card', '社会保障卡', 'Social security card', 16),
  shelf('archives', '档案与职称', 'Files & titles', 13),
  shelf('labour', '劳动用工', 'Employers & disputes', 16),
];
