import { expect, test } from 'vitest';
import { type FormField, formFieldSchema } from './form.ts';
import { inputWords } from './form-words.ts';

const field = (rest: object): FormField =>
  formFieldSchema.parse({ key: 'value', label: { zh: '值', en: 'Value' }, ...rest });

const choice = field({
  type: 'choice',
  choices: [
    { value: 'rent', label: { zh: '租房', en: 'Renting' } },
    { value: 'own', label: { zh: '自有', en: 'Owning' } },
  ],
});
const months = field({ type: 'monthRange', maxMonths: 24 });

test.each([
  [choice, 'own', { zh: '自有', en: 'Owning' }],
  [field({ type: 'region' }), '310120', { zh: '奉贤', en: 'Fengxian' }],
  [field({ type: 'date' }), '2026-03-05', { zh: '2026年3月5日', en: '5 Mar 2026' }],
  [months, '2025-01/2025-06', { zh: '2025年1月至2025年6月', en: 'Jan 2025 to Jun 2025' }],
  [months, '2025-12/2025-12', { zh: '2025年12月', en: 'Dec 2025' }],
  [field({ type: 'idNumber' }), '319999195103129021', { zh: '319999195103129021', en: '319999195103129021' }],
  [field({ type: 'number', min: 0, max: 9 }), '7', { zh: '7', en: '7' }],
])('%j %s', (asked, value, words) => expect(inputWords(asked, value)).toEqual(words));

test.each([choice, months, field({ type: 'region' }), field({ type: 'date' })])(
  'a value that does not fit $type stays as it is',
  (asked) => expect(inputWords(asked, '??')).toEqual({ zh: '??', en: '??' }),
);
