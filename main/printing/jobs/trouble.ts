import type { PrinterStatus } from '../../../contract/device-status.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Result } from '../../../contract/result.ts';
import type { IppFailure, JobStatus } from '../../../native/ipp/printer.ts';
import { COVER_OPEN, PAPER_JAM, PAPER_OUT, plainReasons, TONER_OUT } from '../../../native/ipp/reasons.ts';

/** In the order in which a hand must mend them: nothing can be done about paper while the cover stands open on a jam. */
const MENDABLE: readonly (readonly [ErrorCode, readonly string[]])[] = [
  ['printer.jammed', PAPER_JAM],
  ['printer.coverOpen', COVER_OPEN],
  ['printer.paperOut', PAPER_OUT],
  ['printer.tonerOut', TONER_OUT],
];
const STOPPED = ['paused', 'printer-stopped', 'stopped-partly'] as const;

/**
 * What holds an unfinished job up, or null. A printer status that could not be had is no trouble while the job itself was
 * answered: the next round asks again.
 */
export function printerTrouble(job: JobStatus, printer: Result<PrinterStatus, IppFailure>): ErrorCode | null {
  const reasons = plainReasons([...job.reasons, ...(printer.ok ? printer.value.reasons : [])]);
  for (const [code, keywords] of MENDABLE) if (keywords.some((keyword) => reasons.includes(keyword))) return code;
  if (printer.ok && printer.value.device === 'offline') return 'printer.offline';
  const stopped = job.state === 'processing-stopped' || STOPPED.some((keyword) => reasons.includes(keyword));
  return stopped || (printer.ok && printer.value.device === 'hardwareError') ? 'printer.stopped' : null;
}
