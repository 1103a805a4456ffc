import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { FieldTemplate } from '../../../contract/catalogue/template.ts';
import { unreachable } from '../../../contract/result.ts';

/** What stands where a template says nothing: sensible by format, and for text by what its key usually means. */
export function defaultSample({ key, format }: FieldTemplate): Sample {
  switch (format) {
    case 'name':
      return { card: 'name' };
    case 'idNumber':
      return { card: 'idNumber' };
    case 'money':
      return { range: [10_000, 300_000], step: 100 };
    case 'date':
      return { dateAgo: [30, 700] };
    case 'month':
      return { monthAgo: [1, 24] };
    case 'integer':
      return { range: [1, 12] };
    case 'text':
      return TEXTS.find(([words]) => words.test(key))?.[1] ?? { fixed: null };
    default:
      return unreachable(format);
  }
}

const TEXTS: readonly (readonly [RegExp, Sample])[] = [
  [/phone|contact/i, { serial: '021-5700####' }],
  [/address|domicile/i, { card: 'address' }],
  [/hours/i, { fixed: '周一至周五 8:30–16:30' }],
  [/number|code|ticket|account|certificate/i, { serial: '31########' }],
  [/office|authority|issuer|keeper|organisation/i, { fixed: '上海市样本区政务服务中心' }],
  [/state|status|result/i, { fixed: '正常' }],
];
