import type { Bilingual } from '../../../contract/text.ts';

/** What `jsonc-parser` calls a break, said plainly. */
const BREAKS: Readonly<Record<string, string>> = {
  'the file is empty': '文件是空的',
  InvalidSymbol: '这里的字符不该出现，文字要放在英文双引号 " " 里',
  InvalidNumberFormat: '数字写得不对',
  PropertyNameExpected: '这里应当是键名；最后一项后面不要加逗号',
  ValueExpected: '这里少了一个值；最后一项后面不要加逗号',
  ColonExpected: '键名后面少了英文冒号 :',
  CommaExpected: '前一项后面少了英文逗号 ,',
  CloseBraceExpected: '少了右花括号 }',
  CloseBracketExpected: '少了右方括号 ]',
  EndOfFileExpected: '文件在这里应当结束，后面多了内容',
  InvalidCommentToken: '这里不能写注释',
  UnexpectedEndOfComment: '注释没有结束',
  UnexpectedEndOfString: '文字少了后面的英文双引号 "',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 后面应当是四位十六进制数',
  InvalidEscapeCharacter: '反斜杠后面的字符不对',
  InvalidCharacter: '文字里不能直接换行或放控制字符',
};

/** @param what as `parseJson` says it: `CommaExpected in JSON` */
export function breakWords(what: string): Bilingual {
  const name = what.replace(/ in JSON$/, '');
  return { en: what, zh: BREAKS[name] ?? `这里不是 JSON（${name}）` };
}
