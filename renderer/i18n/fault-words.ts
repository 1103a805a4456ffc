import type { FieldFault } from '../../contract/catalogue/form.ts';
import type { Bilingual } from '../../contract/text.ts';

/** Said instead of `missing` where nothing is typed but something chosen. */
export const NOTHING_CHOSEN: Bilingual = { zh: '请先选好，再点“下一步”', en: 'Please choose first, then touch "Next"' };

/** What is wrong with what was filled in, and what helps. A field's own message is said instead. */
export const FAULT_WORDS: Readonly<Record<FieldFault, Bilingual>> = {
  missing: { zh: '这一项要填，请先填好', en: 'This is needed; please fill it in' },
  tooShort: { zh: '太短了，请填完整', en: 'Too short; please write all of it' },
  tooLong: { zh: '太长了，请填短一些', en: 'Too long; please write less' },
  badCharacters: { zh: '有不能用的字符，请删掉重填', en: 'There is a character that cannot be used here' },
  notANumber: { zh: '这里只能填数字', en: 'Digits only, please' },
  tooSmall: { zh: '数字太小了，请核对', en: 'The number is too small; please check it' },
  tooLarge: { zh: '数字太大了，请核对', en: 'The number is too large; please check it' },
  notADate: { zh: '没有这一天，请重新选', en: 'There is no such day; please choose again' },
  tooEarly: { zh: '日期太早了，请选晚一些的', en: 'Too early; please choose a later date' },
  tooLate: { zh: '日期太晚了，请选早一些的', en: 'Too late; please choose an earlier date' },
  notAChoice: { zh: '请从列出的选一个', en: 'Please choose one of those shown' },
  badIdNumber: {
    zh: '身份证号码不对，请对着证件核对 18 位',
    en: 'The ID number is wrong; please check all 18 characters',
  },
  badPhone: { zh: '手机号不对，应该是 11 位，1 开头', en: 'The mobile number is wrong: 11 digits, beginning with 1' },
  badUscc: {
    zh: '统一社会信用代码不对，请对着执照核对 18 位',
    en: 'The credit code is wrong; please check all 18 characters',
  },
  badPlate: { zh: '车牌号不对，例如：沪A12345', en: 'The plate is wrong; it begins with the province' },
  badMonths: { zh: '月份不对，请选已经过完的月份', en: 'These months are wrong; choose months that are over' },
  tooManyMonths: { zh: '时间太长了，请少选几个月', en: 'Too many months; please choose fewer' },
};
