import { err, type Result } from '../../../contract/result.ts';
import type { DocumentPrinter, IppFailure } from '../../../native/ipp/printer.ts';
import type { DeviceLink } from '../device-link.ts';
import type { CallLimits } from '../pending-calls.ts';

/** One exchange takes 5 s at most in the driver, a search through jobs two of them. */
const ASK_LIMITS: CallLimits = { beginMs: 5_000, endMs: 15_000 };
const SEND_LIMITS: CallLimits = { beginMs: 5_000, endMs: 40_000 };

/** The A4 printer in its process, as the rest of the kiosk uses it. */
export function documentPrinterOver(link: DeviceLink, uri: string): DocumentPrinter {
  const ask = async <T>(method: keyof DocumentPrinter, args: readonly unknown[], limits = ASK_LIMITS) => {
    const answer = await link.call(method, args, limits);
    if (answer.ok) return answer.value as Result<T, IppFailure>;
    return err<IppFailure>(answer.error === 'notMade' ? 'unreachable' : 'timeout');
  };
  return {
    uri,
    status: () => ask('status', []),
    createJob: (name, paper) => ask('createJob', [name, paper]),
    sendDocument: (jobId, pdf) => ask('sendDocument', [jobId, pdf], SEND_LIMITS),
    job: (jobId) => ask('job', [jobId]),
    findJob: (name) => ask('findJob', [name]),
    cancelJob: (jobId) => ask('cancelJob', [jobId]),
  };
}
