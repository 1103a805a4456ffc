import type { Guide } from '../../contract/catalogue/guide.ts';

/** A real one, with everything in it. */
export const GUIDE: Guide = {
  conditions: [
    {
      zh: '已到法定退休年龄，或符合提前退休、病残等条件',
      en: 'You have reached retirement age, or meet the conditions for early retirement or illness',
    },
    {
      zh: '缴费年限符合规定；不够的可以继续缴',
      en: 'Your years of contributions suffice; if not, you may go on paying',
    },
    {
      zh: '养老保险关系已经归集到上海',
      en: 'Your pension record has been brought together in Shanghai',
    },
  ],
  materials: [
    {
      name: {
        zh: '居民身份证',
        en: 'Resident ID card',
      },
      form: 'original',
      copies: 1,
      necessity: 'required',
      source: 'government',
      licence: true,
    },
    {
      name: {
        zh: '社会保障卡（已开通银行账户）',
        en: 'Social security card with its bank account opened',
      },
      form: 'original',
      copies: 1,
      necessity: 'required',
      source: 'government',
      licence: true,
    },
    {
      name: {
        zh: '人事档案（首次工作、调动等记录）',
        en: 'Personnel file (first job, transfers)',
      },
      form: 'original',
      copies: 1,
      necessity: 'required',
      source: 'other',
      licence: false,
    },
    {
      name: {
        zh: '特殊工种或提前退休的证明材料',
        en: 'Proof of hazardous work or grounds for early retirement',
      },
      form: 'original',
      copies: 1,
      necessity: 'ifApplicable',
      source: 'other',
      licence: false,
    },
    {
      name: {
        zh: '劳动能力鉴定结论书',
        en: 'Work capacity assessment',
      },
      form: 'original',
      copies: 1,
      necessity: 'ifApplicable',
      source: 'government',
      licence: false,
    },
    {
      name: {
        zh: '出国（境）定居证明或重复参保证明',
        en: 'Proof of settling abroad or of double cover',
      },
      form: 'original',
      copies: 1,
      necessity: 'ifApplicable',
      source: 'applicant',
      licence: false,
    },
  ],
  legalDays: 30,
  promisedDays: 15,
  fee: null,
  steps: [
    {
      zh: '到年龄前一个月，由单位或本人提出申请',
      en: 'One month before the date, the employer or you apply',
    },
    {
      zh: '社保中心核对档案、工龄和缴费记录',
      en: 'The centre checks the file, the years worked and contributions',
    },
    {
      zh: '算出每月金额，请您签字确认',
      en: 'The monthly amount is worked out and you confirm it by signature',
    },
    {
      zh: '从批准的下个月起，养老金打进社保卡',
      en: 'From the following month the pension is paid to your card',
    },
  ],
  visits: 1,
  online: true,
  reach: 'city',
  result: {
    zh: '养老待遇核定表',
    en: 'Notice of the pension awarded',
  },
  offers: ['guide', 'appointment', 'remoteWindow', 'nearest', 'qr'],
  faq: [
    {
      question: {
        zh: '还差几年没缴满怎么办？',
        en: 'What if some years are missing?',
      },
      answer: {
        zh: '可以申请延长缴费，也可以转到城乡居民养老保险，窗口会帮您算哪种合适。',
        en: 'You may go on paying or move to the resident scheme; the counter works out which suits you.',
      },
    },
    {
      question: {
        zh: '退休金觉得算少了怎么办？',
        en: 'What if the pension seems too low?',
      },
      answer: {
        zh: '带上身份证和工龄材料，申请待遇重核，多退少补。',
        en: 'Bring your ID card and proof of years worked and ask for a recalculation.',
      },
    },
  ],
};
