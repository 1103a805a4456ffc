import type { Theme } from '../../contract/catalogue/entries.ts';

const theme = (id: string, audience: Theme['audience'], sign: string, zh: string, en: string, rank: number): Theme => ({
  id,
  audience,
  sign,
  name: { zh, en },
  rank,
});

/** The life events of the catalogue. */
export const THEMES: readonly Theme[] = [
  theme('birth', 'person', '生', '生育养育', 'Having a child', 10),
  theme('school', 'person', '学', '上学教育', 'School', 20),
  theme('work', 'person', '职', '就业', 'Finding work', 30),
  theme('unemployment', 'person', '失', '失业', 'Losing work', 40),
  theme('marriage', 'person', '婚', '结婚', 'Getting married', 50),
  theme('housing', 'person', '房', '买房租房', 'Buying or renting a home', 60),
  theme('residence', 'person', '居', '居住证', 'Residence permit', 70),
  theme('moving-in', 'person', '户', '落户迁户', 'Moving the household register', 80),
  theme('retirement', 'person', '老', '退休养老', 'Retirement', 90),
  theme('illness', 'person', '医', '看病就医', 'Seeing a doctor', 100),
  theme('disability', 'person', '助', '残疾扶助', 'Living with a disability', 110),
  theme('family-care', 'person', '帮', '困难帮扶', 'Help in hardship', 120),
  theme('bereavement', 'person', '逝', '身后事', 'After a death', 130),
  theme('travel', 'person', '境', '出境入境', 'Travelling abroad', 140),
  theme('vehicle', 'person', '车', '车辆驾驶', 'Car and driving', 150),
  theme('military', 'person', '军', '参军退役', 'Military service', 160),
  theme('study-abroad', 'person', '留', '留学回国', 'Study abroad', 170),
  theme('justice', 'person', '法', '法律援助', 'Legal help', 180),
  theme('farming', 'person', '农', '种田养殖', 'Farming', 190),
  theme('startup', 'company', '创', '开办企业', 'Starting a business', 200),
  theme('business-permits', 'company', '许', '经营许可', 'Permits to operate', 210),
  theme('hiring', 'company', '工', '招人用工', 'Hiring people', 220),
  theme('construction', 'company', '建', '工程建设', 'Building works', 230),
  theme('taxes', 'company', '税', '缴税开票', 'Taxes and invoices', 240),
  theme('closing-business', 'company', '销', '企业注销', 'Closing a business', 250),
];
