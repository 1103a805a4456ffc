/** Sentences that the contract's schemas say in English, in plain Chinese. A test keeps the list whole. */
const RULES: Readonly<Record<string, string>> = {
  'expected twelve digits, GB/T 39554.1': '应当是十二位数字（GB/T 39554.1 基本编码）',
  'expected small letters, digits and dashes': '应当是小写字母、数字和短横线，字母开头',
  'expected six digits, GB/T 2260': '应当是六位数字（GB/T 2260 行政区划代码）',
  'expected letters and digits, a small letter first': '应当是字母和数字，小写字母开头',
  'expected no word that every object of the program has': '程序里的对象都有这个名字（如 constructor），请换一个',
  'expected no control characters': '里面有看不见的控制字符，请删掉重新输入',
  'expected "guide" among the offers': '里面应当有 "guide"（打印办事指南）',
  'expected to fit the item code and its check character':
    '应当和 code、level 对得上：18 位统一社会信用代码（末位是校验码）+ level + code；handlingCode 再加两位数字',
  'expected either guide or sharedGuide': 'guide 和 sharedGuide 只写一个',
  'expected "terminal" exactly where terminal is true': 'terminal 为 true 时要有 "terminal"，为 false 时不能有',
  'expected true for kind query': '能在机器上查询的事项，terminal 应当是 true',
  'expected true for kind print': '能在机器上打印的事项，terminal 应当是 true',
  'expected false for kind apply': '这类事项不在机器上办完，terminal 应当是 false',
  'expected false for kind pay': '这类事项不在机器上办完，terminal 应当是 false',
  'expected false for kind pickup': '这类事项不在机器上办完，terminal 应当是 false',
  'expected false for kind guide': '这类事项不在机器上办完，terminal 应当是 false',
};

/** Forms that the contract only gives as a pattern. */
const PATTERNS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  '/^\\d{6}$/': { en: 'expected six digits', zh: '应当是六位数字' },
  '/^\\d{4}$/': { en: 'expected four digits', zh: '应当是四位数字' },
  '/^[a-z][a-z0-9-]{1,39}$/': {
    en: 'expected small letters, digits and dashes, a letter first',
    zh: '应当是小写字母、数字和短横线，字母开头',
  },
  '/^[a-z][A-Za-z0-9]{0,39}$/': {
    en: 'expected letters and digits, a small letter first',
    zh: '应当是字母和数字，小写字母开头',
  },
  '/^[A-Za-z0-9_-]{1,40}$/': {
    en: 'expected letters, digits, dashes and underlines',
    zh: '应当是字母、数字、短横线和下划线',
  },
  '/^[a-z][A-Za-z0-9]{0,39}\\.[a-z][A-Za-z0-9]{0,39}$/': {
    en: 'expected table.column',
    zh: '应当写成“表.列”',
  },
  '/^-?[a-z][A-Za-z0-9]{0,39}$/': {
    en: 'expected a key, with a dash before it if it is subtracted',
    zh: '应当是一个键名，要减的前面加短横线',
  },
  '/^(default|\\d{6}|\\d{6}-\\d{4})$/': {
    en: 'expected "default", a division of six digits or a kiosk id',
    zh: '应当是 "default"、六位行政区划代码或机器编号',
  },
  '/^\\d{6}-\\d{4}$/': { en: 'expected a kiosk id: 310120-0042', zh: '应当是机器编号，例如 310120-0042' },
};

export const knownRule = (message: string): string | undefined => RULES[message];
export const knownPattern = (pattern: string) => PATTERNS[pattern];
