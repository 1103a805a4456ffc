import { entry } from './entry.ts';

/** What the center answers, and the document that is made of it. */
export const CENTER_ERRORS = {
  // Center
  'center.unreachable': entry(
    '网络不通，现在查不到您的记录。没有产生费用，也没有打印，请稍后再试。',
    'No connection: your record cannot be fetched now. Nothing was charged or printed; please try again later.',
    'connection to the center refused, reset or not resolved',
    'tryAgain',
  ),
  'center.timeout': entry(
    '等得太久了，部门还没有回答。请再试一次，或稍后再来。',
    'The department did not answer in time. Please try again, or come back later.',
    'no complete answer from the center within queryTimeoutMs',
    'tryAgain',
  ),
  'center.failed': entry(
    '部门的系统暂时出错，没有查到您的记录。请稍后再试。',
    "The department's system has a fault; your record could not be fetched. Please try again later.",
    'the center answered with status 5xx',
    'tryAgain',
  ),
  'center.refused': entry(
    '这台机器暂时不能办理这一项，请到旁边的机器或窗口办理。',
    'This machine may not do this at the moment. Please use another machine or the counter.',
    'the center answered with status 4xx: check enrolment and item binding',
    'elsewhere',
  ),
  'center.badAnswer': entry(
    '部门的回答不完整，为了不打错，没有打印。请稍后再试。',
    'The answer was not complete. To avoid mistakes nothing was printed; please try again later.',
    'the answer is no JSON, or does not fit the schema, or names another query',
    'tryAgain',
  ),
  'center.wrongPerson': entry(
    '部门返回的不是您的记录，已经丢弃，没有打印。请到窗口办理。',
    'The answer was not about you and was thrown away. Nothing was printed; please go to the counter.',
    'holderIdNumber in the answer differs from the card',
    'elsewhere',
  ),
  'center.limitReached': entry(
    '今天在这台机器上，这一项给您打印的次数已经满了。请明天再来，或到窗口办理。',
    'This has been printed for you as often as it may be at this machine today. Come again tomorrow, or go to the counter.',
    'the center counted limits.perPersonAndDay prints of this item for this person at this kiosk today, in Shanghai',
    'elsewhere',
  ),
  'center.badDocument': entry(
    '部门给的文件不完整，为了不打错，没有打印。请稍后再试。',
    'The document was not complete. To avoid mistakes nothing was printed; please try again later.',
    'delivered PDF: wrong digest, size or page count, not a PDF, encrypted, or with active content',
    'tryAgain',
  ),
  // Document
  'document.unprintableCharacter': entry(
    '记录里有这台机器打不出的字，没有打印。请到窗口办理。',
    'The record has a character that this machine cannot print. Please go to the counter.',
    'no shipped font has a glyph for a character of the document',
    'elsewhere',
  ),
} as const;
