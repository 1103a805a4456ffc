import type { z } from 'zod';
import type { Bilingual } from '../../../contract/text.ts';
import { knownPattern, knownRule } from './rule-words.ts';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { en: 'text', zh: '文字（放在英文双引号里）' },
  number: { en: 'a number', zh: '数字（不加引号）' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list [ ]', zh: '列表 [ ]' },
  tuple: { en: 'a list [ ]', zh: '列表 [ ]' },
  object: { en: 'an object { }', zh: '一组键和值 { }' },
  record: { en: 'an object { }', zh: '一组键和值 { }' },
};

const one = (text: string): string => JSON.stringify(text);
const oneOf = (options: readonly unknown[]): Bilingual => {
  const named = options.map((option) => one(String(option)));
  return { en: `expected one of ${named.join(', ')}`, zh: `应当是其中之一：${named.join('、')}` };
};

/** What a schema wanted where it found something else, in both languages. */
export function expectedBy(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { en: issue.expected, zh: issue.expected };
      return { en: `expected ${type.en}`, zh: `应当是${type.zh}` };
    }
    case 'too_big':
      return bounded(issue.origin, String(issue.maximum), 'most');
    case 'too_small':
      return bounded(issue.origin, String(issue.minimum), 'least');
    case 'invalid_format':
      return formOf(issue.message, 'pattern' in issue ? String(issue.pattern) : undefined);
    case 'not_multiple_of':
      return { en: `expected a multiple of ${issue.divisor}`, zh: `应当是 ${issue.divisor} 的倍数` };
    case 'unrecognized_keys':
      return { en: 'no such key', zh: '没有这个键，请检查拼写或删掉' };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options)
        : {
            en: 'expected one of the forms that docs/adding-an-item.md names',
            zh: '写法不对，见 docs/adding-an-item.md',
          };
    case 'invalid_value':
      return oneOf(issue.values.map(String).toSorted());
    case 'invalid_key':
    case 'invalid_element': {
      const [inner] = issue.issues;
      return inner ? expectedBy(inner) : { en: issue.message, zh: '这里不对' };
    }
    case 'custom':
      return { en: issue.message, zh: knownRule(issue.message) ?? '这里不对' };
  }
}

function formOf(message: string, pattern: string | undefined): Bilingual {
  const rule = knownRule(message);
  if (rule !== undefined) return { en: message, zh: rule };
  const known = pattern === undefined ? undefined : knownPattern(pattern);
  if (known) return known;
  return { en: message, zh: pattern === undefined ? '格式不对' : `格式应当符合 ${pattern}` };
}

function bounded(origin: string, bound: string, side: 'most' | 'least'): Bilingual {
  const than = side === 'most' ? '最多' : '最少';
  if (origin === 'string') {
    if (side === 'least' && bound === '1') return { en: 'expected some text', zh: '不能空着' };
    return { en: `expected at ${side} ${bound} characters`, zh: `${than} ${bound} 个字` };
  }
  if (origin === 'array') return { en: `expected at ${side} ${bound} in the list`, zh: `列表里${than} ${bound} 项` };
  return { en: `expected at ${side} ${bound}`, zh: side === 'most' ? `应当不大于 ${bound}` : `应当不小于 ${bound}` };
}
