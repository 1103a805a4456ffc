import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter } from '../citizen-number.ts';
import { FIELD_FAULTS, type FormField, formFieldSchema } from './form.ts';
import { checkField, checkInputs } from './form-check.ts';
import { usccCheckCharacter } from './item-code.ts';

const TODAY = '2026-11-21';

const field = (rest: object): FormField =>
  formFieldSchema.parse({ key: 'value', label: { zh: '值', en: 'Value' }, ...rest });
const text = (format: string, rest: object = {}): FormField => field({ type: 'text', format, maxLength: 20, ...rest });
const faultOf = (asked: FormField, value: string) => checkField(asked, value, TODAY);

describe('empty', () => {
  test.each(['', ' ', '　'])('%j is missing where it is required', (value) => {
    expect(faultOf(text('plain'), value)).toBe('missing');
    expect(faultOf(field({ type: 'phone' }), value)).toBe('missing');
  });
  test('may be left empty, but blanks are no value', () => {
    expect(faultOf(text('plain', { required: false }), '')).toBeUndefined();
    expect(faultOf(text('plain', { required: false }), ' ')).toBe('badCharacters');
  });
});

describe('numbers', () => {
  const number = field({ type: 'number', min: -5, max: 100 });
  test.each(['0', '100', '-5', '007'])('%s fits', (value) => expect(faultOf(number, value)).toBeUndefined());
  test.each(['1e2', '1.0', '+1', '--1', '-', '１', '0x1', 'Infinity', '1\n'])('%j is no number', (value) =>
    expect(faultOf(number, value)).toBe('notANumber'),
  );
  test('bounds', () => {
    expect(faultOf(number, '-6')).toBe('tooSmall');
    expect(faultOf(number, '101')).toBe('tooLarge');
    expect(faultOf(number, '9'.repeat(400))).toBe('tooLarge');
  });
});

describe('dates', () => {
  const date = field({ type: 'date', earliest: -30, latest: 0 });
  test('from the earliest to the latest day', () => {
    expect(faultOf(date, '2026-10-22')).toBeUndefined();
    expect(faultOf(date, TODAY)).toBeUndefined();
    expect(faultOf(date, '2026-10-21')).toBe('tooEarly');
    expect(faultOf(date, '2026-11-22')).toBe('tooLate');
  });
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-31',
    '26-11-01',
    '2026-11-1',
    '2026/11/01',
  ])('%s stands in no calendar', (value) => expect(faultOf(field({ type: 'date' }), value)).toBe('notADate'));
  test('a leap day', () => expect(faultOf(field({ type: 'date' }), '2024-02-29')).toBeUndefined());
});

describe('months', () => {
  const months = field({ type: 'monthRange', maxMonths: 12 });
  test('complete months, up to the last one', () => {
    expect(faultOf(months, '2026-10/2026-10')).toBeUndefined();
    expect(faultOf(months, '2025-11/2026-10')).toBeUndefined();
    expect(faultOf(months, '2025-10/2026-10')).toBe('tooManyMonths');
    expect(faultOf(months, '2026-01/2026-11')).toBe('tooLate');
  });
  test('on the first of January the last complete month is December', () => {
    expect(checkField(months, '2026-12/2026-12', '2027-01-01')).toBeUndefined();
    expect(checkField(months, '2027-01/2027-01', '2027-01-01')).toBe('tooLate');
  });
  test.each(['2026-05/2026-04', '2026-13/2026-14', '2026-00/2026-01', '2026-05', '2026-05/', '2026-5/2026-6', 'x/y'])(
    '%s are no months',
    (value) => expect(faultOf(months, value)).toBe('badMonths'),
  );
});

test('choices and regions are what is offered, nothing inherited', () => {
  const choices = ['a', 'b'].map((value) => ({ value, label: { zh: value, en: value } }));
  const choice = field({ type: 'choice', choices });
  expect(faultOf(choice, 'b')).toBeUndefined();
  for (const value of ['c', 'A', 'constructor', '0']) expect(faultOf(choice, value)).toBe('notAChoice');
  const region = field({ type: 'region', within: 'country' });
  for (const value of ['310120', '440000']) expect(faultOf(region, value)).toBeUndefined();
  const district = field({ type: 'region' });
  expect(faultOf(district, '310120')).toBeUndefined();
  expect(faultOf(district, '440000')).toBe('notAChoice');
  for (const value of ['310000', '310103', '999999', '奉贤']) expect(faultOf(region, value)).toBe('notAChoice');
});

test('mobile numbers', () => {
  const phone = field({ type: 'phone' });
  expect(faultOf(phone, '13800000000')).toBeUndefined();
  for (const value of ['12800000000', '1380000000', '138000000000', '138 0000 0000', '+8613800000000'])
    expect(faultOf(phone, value)).toBe('badPhone');
});

describe('citizen numbers', () => {
  const number = (first17: string) => first17 + checkCharacter(first17);
  const idNumber = field({ type: 'idNumber' });
  test('a real day of birth and the right last character', () => {
    expect(faultOf(idNumber, number('31999919510312902'))).toBeUndefined();
    expect(faultOf(idNumber, number('31999920261121001'))).toBeUndefined();
  });
  test('a day that is not, or has not been', () => {
    expect(faultOf(idNumber, number('31999919510229902'))).toBe('badIdNumber');
    expect(faultOf(idNumber, number('31999920261122001'))).toBe('badIdNumber');
  });
  test.each(['', '0', 'x'])('with one character changed or left out (%j)', (other) => {
    const good = number('31999919510312902');
    expect(faultOf(idNumber, good.slice(0, 17) + other)).toBe('badIdNumber');
  });
});

describe('texts', () => {
  test.each([
    ['personName', '王桂兰'],
    ['personName', '赵𬭚𫖯'],
    ['personName', '孙𮧵'],
    ['personName', '阿卜杜热西提·麦麦提敏'],
    ['personName', "O'Brien, Seán-Paul"],
    ['plateNumber', '沪A12345'],
    ['plateNumber', '沪AD12345'],
    ['plateNumber', '粤Z1234港'],
    ['certificateNumber', '(2020)Pu/0012-A（3）'],
    ['companyName', '上海样本餐饮（连锁）有限公司'],
    ['address', '样本路100弄5号 602室'],
    ['plain', '<script>alert(1)</script>'.slice(0, 20)],
  ])('%s: %s', (format, value) => expect(faultOf(text(format), value)).toBeUndefined());

  test.each([
    ['personName', '王1', 'badCharacters'],
    ['personName', '·王', 'badCharacters'],
    ['personName', '<王>', 'badCharacters'],
    ['plateNumber', '沪AI2345', 'badPlate'],
    ['plateNumber', '沪A1234', 'badPlate'],
    ['plateNumber', '沪A1234567', 'badPlate'],
    ['plateNumber', '上A12345', 'badPlate'],
    ['plateNumber', '沪a12345', 'badPlate'],
    ['certificateNumber', '沪字1号', 'badCharacters'],
    ['address', '样本路\n1号', 'badCharacters'],
    ['address', ' 样本路', 'badCharacters'],
    ['plain', 'a\u202eb', 'badCharacters'],
    ['plain', 'a\u0000', 'badCharacters'],
    ['plain', '\ud83d', 'badCharacters'],
  ])('%s: %j is refused', (format, value, fault) => expect(faultOf(text(format), value)).toBe(fault));

  test('lengths count characters, not halves of them', () => {
    const two = text('personName', { minLength: 2, maxLength: 2 });
    expect(faultOf(two, '𬭚𫖯')).toBeUndefined();
    expect(faultOf(two, '𬭚')).toBe('tooShort');
    expect(faultOf(two, '𬭚𫖯王')).toBe('tooLong');
  });
});

const USCC_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc
  .array(fc.constantFrom(...USCC_LETTERS), { minLength: 17, maxLength: 17 })
  .map((each) => each.join(''));

test('every right 统一社会信用代码 passes, and none with one character changed', () => {
  fc.assert(
    fc.property(first17, fc.nat(17), fc.constantFrom(...USCC_LETTERS, 'I', 'o', '中'), (body, place, other) => {
      const code = body + usccCheckCharacter(body);
      expect(faultOf(text('uscc'), code)).toBeUndefined();
      const changed = code.slice(0, place) + other + code.slice(place + 1);
      if (changed !== code) expect(faultOf(text('uscc'), changed)).toBe('badUscc');
    }),
  );
});

const ANY_FIELD = fc.constantFrom(
  ...['plain', 'personName', 'companyName', 'address', 'uscc', 'plateNumber', 'certificateNumber'].map((each) =>
    text(each),
  ),
  field({ type: 'number', min: 0, max: 9 }),
  field({ type: 'date', latest: 0 }),
  field({ type: 'monthRange', maxMonths: 12 }),
  ...(['idNumber', 'phone', 'region'] as const).map((type) => field({ type })),
);

test('any text gets an answer from the closed set', () => {
  fc.assert(
    fc.property(ANY_FIELD, fc.string({ unit: 'binary', maxLength: 200 }), (asked, value) => {
      const fault = faultOf(asked, value);
      if (fault !== undefined) expect(FIELD_FAULTS).toContain(fault);
    }),
  );
});

describe('a whole form', () => {
  const form = [
    { ...field({ type: 'phone' }), key: 'phone' },
    { ...text('plain', { required: false }), key: 'constructor' },
  ];
  test('right, or the first field that is not', () => {
    expect(checkInputs(form, { phone: '13800000000' }, TODAY)).toBeUndefined();
    expect(checkInputs(form, { constructor: 'x'.repeat(21) }, TODAY)).toEqual({ key: 'phone', fault: 'missing' });
  });
  test('a key that the form does not have', () => {
    const inputs = { phone: '13800000000', other: '' };
    expect(checkInputs(form, inputs, TODAY)).toEqual({ key: 'other', fault: 'badCharacters' });
  });
});

test('a today that is no day is a bug', () => {
  expect(() => checkField(field({ type: 'date', latest: 0 }), '2026-01-01', '')).toThrow('today');
});
