import { entry } from './entry.ts';

/** Printers: A4 and receipts. */
export const PRINTER_ERRORS = {
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
} as const;
