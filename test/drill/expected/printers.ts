import { notApplicable, OUT, offline, online, type StatedOutcomes } from './stated.ts';

const SILENT = ['noAnswer', 'otherProfile', ...OUT];
const NO_CHECK = 'ESC/POS has no checks in either direction';

const receipt = (paperOutReasons: readonly string[]): StatedOutcomes => ({
  'absent at start': offline('receipt.offline', OUT, 'nothing was printed'),
  'unplugged mid-exchange': offline(
    'receipt.offline',
    OUT,
    'called printed only on evidence; what was left of it is cleared',
  ),
  'back after 1 s': online(
    'receipt.offline',
    'nobody can know how much came out: not called printed, and not printed again',
  ),
  silent: offline('receipt.offline', SILENT, 'nothing was printed'),
  slow: online('done', 'it takes longer'),
  garbage: online(
    ['done', 'receipt.paperOut', 'receipt.offline'],
    'without checks noise can pass for a status: then the slip is not called printed; the next look is right',
  ),
  'wrong checksum': notApplicable(NO_CHECK),
  'stuck status': online('receipt.paperOut', 'refused before anything is sent', paperOutReasons),
  'another device': offline('receipt.offline', SILENT, 'its bytes are no status'),
});

export const RECEIPT_EPSON = receipt(['offline', 'stoppedByPaperEnd', 'paperEnd']);
export const RECEIPT_CUSTOM = receipt(['paperEnd']);

const GONE = ['unreachable'];

export const DOCUMENT: StatedOutcomes = {
  'absent at start': offline('not sent: unreachable', GONE, 'nothing can have been printed'),
  'unplugged mid-exchange': offline(
    ['unreachable, not known whether it prints', 'timeout, not known whether it prints'],
    GONE,
    'the page was sent and nobody answers: unknown, and settled by asking the printer later',
  ),
  'back after 1 s': online('done', 'the printer is asked what became of the page; it is not sent twice'),
  silent: offline('not sent: timeout', ['timeout'], 'a printer may take 5 s over an answer: told after that'),
  slow: online('done', 'it takes longer'),
  garbage: online('done', 'the broken answer is asked for again; the page is not sent twice'),
  'wrong checksum': notApplicable('IPP has no check of its own; TCP has'),
  'stuck status': online(
    'processing, cancelled',
    'after its limit the job is cancelled, so that it does not come out later',
    ['media-empty', 'media-needed'],
  ),
  'another device': offline('not sent: badReply', ['badReply'], 'what answers on its port is no printer'),
};
