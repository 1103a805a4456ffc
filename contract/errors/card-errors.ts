import { entry } from './entry.ts';

/** Cards: identity and social security. */
export const CARD_ERRORS = {
  // Identity card
  'card.unreadable': entry(
    '没有读到身份证，请取下后重新平放，放好前不要移动。',
    'The card could not be read. Take it off, lay it flat again and do not move it.',
    'SDT read failed (SW3 31–33, 40–47, or wrong lengths) with a card present',
    'mendAndContinue',
  ),
  'card.removedEarly': entry(
    '身份证拿得太早了，请重新放上，一直放着，办完再取走。',
    'The card was taken away too early. Put it on again and leave it there until you have finished.',
    'card left the field between find and the end of read',
    'mendAndContinue',
  ),
  'card.unsupported': entry(
    '这张卡不是居民身份证，请换用身份证、港澳台居民居住证或外国人永久居留身份证。',
    'This card is not supported. Please use a resident identity card or permanent-residence card.',
    'unknown type flag at text offset 248, or a text block that does not fit its layout',
    'mendAndContinue',
  ),
  'card.invalid': entry(
    '这张证件的信息不完整，请到窗口办理。',
    'The data on this card is not complete. Please go to the counter.',
    'text block parsed, but the number fails GB 11643 or a date is no date',
    'elsewhere',
  ),
  'card.expired': entry(
    '这张证件已过有效期，请到派出所换领后再来，或到窗口办理。',
    'This card has expired. Please renew it, or go to the counter.',
    'valid-to date lies in the past',
    'elsewhere',
  ),
  'card.changed': entry(
    '放上的不是刚才那张身份证，刚才的办理已经结束。',
    'This is not the card from before; that visit has been closed.',
    'card with another number presented during a visit',
    'tryAgain',
  ),
  'reader.offline': entry(
    '身份证读卡器暂时不能用，请稍候或到旁边的机器办理。',
    'The card reader does not work at the moment. Please wait or use another machine.',
    'no valid reply from the SAM within the deadline, or the port is gone',
    'askStaff',
  ),
  // Social-security card
  'socialCard.unreadable': entry(
    '没有读到社保卡，请取出后按箭头方向重新插到底。',
    'The social security card could not be read. Take it out and put it in again as the arrow shows.',
    'no answer to reset, or SELECT or READ RECORD without 9000',
    'mendAndContinue',
  ),
  'socialCard.removedEarly': entry(
    '社保卡拔得太早了，请重新插入，读完再取出。',
    'The social security card was taken out too early. Put it in again and wait until it has been read.',
    'card left the reader between reset and the end of read',
    'mendAndContinue',
  ),
  'socialCard.unsupported': entry(
    '这张卡不是社保卡，请换用社保卡，或用身份证办理。',
    'This is not a social security card. Please use another card, or your identity card.',
    'SELECT of the SSSE answered 6A82, or EF06 does not have the documented items',
    'mendAndContinue',
  ),
  'socialCard.offline': entry(
    '社保卡读卡器暂时不能用，请用身份证办理，或到旁边的机器。',
    'The social security card reader does not work. Please use your identity card, or another machine.',
    'pcscd does not answer, or knows no reader of the configured name',
    'elsewhere',
  ),
} as const;
