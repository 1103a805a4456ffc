/**
 * Every error that can happen to a visit: a closed set, each with a sentence for the resident (zh-CN, en), one for the
 * technician, and what comes next. Codes are stable: they are stored, sent to the center and shown small on the page.
 */
export type NextStep =
  /** The resident does something at the machine (puts the card again, waits for paper) and goes on. */
  | 'mendAndContinue'
  /** The same thing may be tried again by touching "try again". */
  | 'tryAgain'
  /** This visit cannot go on here: another machine, or the counter. */
  | 'elsewhere'
  /** The resident asks the staff or calls the number shown. */
  | 'askStaff';

export interface ErrorEntry {
  readonly resident: { readonly zh: string; readonly en: string };
  readonly technician: string;
  readonly next: NextStep;
}

const entry = (zh: string, en: string, technician: string, next: NextStep): ErrorEntry => ({
  resident: { zh, en },
  technician,
  next,
});

export const ERRORS = {
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
  // A4 printer
  'printer.paperOut': entry(
    '打印机没有纸了。加纸后会接着打印，请叫工作人员。',
    'The printer is out of paper. Printing goes on when paper is added; please ask the staff.',
    'printer-state-reasons: media-empty or media-needed',
    'mendAndContinue',
  ),
  'printer.jammed': entry(
    '打印机卡纸了，请叫工作人员。取出卡纸后会接着打印。',
    'Paper is jammed in the printer; please ask the staff. Printing goes on when it is cleared.',
    'printer-state-reasons: media-jam',
    'mendAndContinue',
  ),
  'printer.coverOpen': entry(
    '打印机的盖子开着，请叫工作人员关好，关好后会接着打印。',
    'The printer cover is open; please ask the staff. Printing goes on when it is closed.',
    'printer-state-reasons: cover-open, door-open or interlock-open',
    'mendAndContinue',
  ),
  'printer.tonerOut': entry(
    '打印机的墨粉用完了，请叫工作人员更换，换好后会接着打印。',
    'The printer is out of toner; please ask the staff. Printing goes on when it is replaced.',
    'printer-state-reasons: toner-empty or marker-supply-empty',
    'mendAndContinue',
  ),
  'printer.stopped': entry(
    '打印机停下来了，请叫工作人员看一看。',
    'The printer has stopped; please ask the staff.',
    'printer-state stopped, or paused, without a known reason',
    'mendAndContinue',
  ),
  'printer.offline': entry(
    '打印机没有回应，正在重新联系。',
    'The printer does not answer; trying to reach it again.',
    'IPP connection refused or timed out, or offline-report',
    'mendAndContinue',
  ),
  'printer.jobFailed': entry(
    '这份文件没有打印成功。可以再试一次，或到旁边的机器办理。',
    'The document was not printed. You can try again, or use another machine.',
    'job-state aborted or canceled',
    'tryAgain',
  ),
  'printer.jobLost': entry(
    '不能确定文件是否打印完成。请看一下出纸口，如果没有，请叫工作人员。',
    'It is not certain whether your document was printed. Please look at the output tray, and ask the staff if it is empty.',
    'Get-Job-Attributes: client-error-not-found for a job that was sent',
    'askStaff',
  ),
  'printer.pagesMissing': entry(
    '打印出的页数不对，请看一下出纸口，并叫工作人员。',
    'The number of printed pages is not right. Please look at the output tray and ask the staff.',
    'job completed with fewer impressions than pages',
    'askStaff',
  ),
  'printer.givenUp': entry(
    '已按您的要求停止打印。已经打出来的页在出纸口，请取走。',
    'Printing was stopped as you asked. The pages that came out lie in the tray; please take them.',
    'the resident gave up a print that was held up; the job was canceled with some impressions done',
    'elsewhere',
  ),
  // Receipt printer
  'receipt.paperOut': entry(
    '小票纸用完了，这次没有小票，不影响您已打印的文件。',
    'The receipt printer is out of paper: no receipt this time. Your document is not affected.',
    'DLE EOT 4: paper end',
    'askStaff',
  ),
  'receipt.coverOpen': entry(
    '小票打印机的盖子开着，这次没有小票，不影响您已打印的文件。',
    'The receipt printer cover is open: no receipt this time. Your document is not affected.',
    'DLE EOT 2: cover open',
    'askStaff',
  ),
  'receipt.fault': entry(
    '小票打印机出了故障，这次没有小票，不影响您已打印的文件。',
    'The receipt printer has a fault: no receipt this time. Your document is not affected.',
    'DLE EOT 3: cutter or unrecoverable error',
    'askStaff',
  ),
  'receipt.offline': entry(
    '小票打印机没有回应，这次没有小票，不影响您已打印的文件。',
    'The receipt printer does not answer: no receipt this time. Your document is not affected.',
    'no status byte, or no GS r answer, within the deadline',
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
  // Scanner
  'scanner.notOurs': entry(
    '这个码不能在本机使用。请出示随申码，或本机小票、取件短信上的二维码。',
    'This code is of no use here. Please show a Suishenma code, or the code on a slip or pick-up message.',
    'scanned content is of no known kind, too long, or holds control characters',
    'mendAndContinue',
  ),
  'scanner.offline': entry(
    '扫码器暂时不能用，请用身份证办理。',
    'The scanner does not work. Please use your identity card.',
    'no reply to a trigger command within its limit, or the port or device is gone',
    'elsewhere',
  ),
  // Locker boards
  'locker.offline': entry(
    '柜门控制暂时不能用，柜门没有打开。请联系工作人员。',
    'The locker does not answer; no door was opened. Please ask the staff.',
    'no valid reply from the lock board, or the port is gone; no unlock frame was sent',
    'askStaff',
  ),
  'locker.notOpened': entry(
    '柜门没有弹开。请轻推一下柜门再试一次，还是不行请联系工作人员。',
    'The door did not open. Push it gently and try again, or ask the staff.',
    'unlock pulse sent, and the door switch still says closed',
    'tryAgain',
  ),
  'locker.doorUnknown': entry(
    '不能确定柜门是否打开。请看一下柜门，如果没有开，请联系工作人员。',
    'It is not certain whether the door opened. Please look at it, and ask the staff if it is closed.',
    'unlock frame sent, then the board or its switch could not be read',
    'askStaff',
  ),
  'locker.noSuchCell': entry(
    '没有这个柜门，请联系工作人员。',
    'There is no such door. Please ask the staff.',
    'cell number outside the boards of the configuration',
    'askStaff',
  ),
  // Lights, sensors, UPS
  'auxiliaries.offline': entry(
    '机器的指示灯和传感器暂时没有回应，不影响您办理。',
    'The lights and sensors of this machine do not answer. You can go on.',
    'no valid reply from the Modbus IO board, or the port is gone',
    'askStaff',
  ),
  // Machine
  'core.restarted': entry(
    '机器刚刚重新启动，您的办理没有丢失。请重新放上身份证。',
    'The machine has just restarted. Nothing is lost; please put your card on again.',
    'the core was restarted during a visit',
    'tryAgain',
  ),
  'core.storeFailed': entry(
    '机器暂时不能保存记录，不能办理新的事项。请到旁边的机器办理。',
    'The machine cannot keep records at the moment. Please use another machine.',
    'SQLite refused a write: disk full, I/O error or corrupt file',
    'elsewhere',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
