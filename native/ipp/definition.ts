import type { DocumentConfig } from '../../contract/device-config/document.ts';
import type { PrinterStatus } from '../../contract/device-status.ts';
import type { Result } from '../../contract/result.ts';
import type { DriverContext, DriverDefinition } from '../device/driver.ts';
import { toHealth } from './health.ts';
import { createIppPrinter } from './ipp-printer.ts';
import type { DocumentPrinter, IppFailure } from './printer.ts';
import { createQueuedPrinter } from './queued-printer.ts';
import { watchStatus } from './status-watch.ts';

type IppSettings = Extract<DocumentConfig, { driver: 'ipp' }>;

/** `DocumentPrinter` without its address, which the configuration tells. */
type IppCalls = Omit<{ [Name in keyof DocumentPrinter]: DocumentPrinter[Name] }, 'uri'>;

function openPrinter({ uri, printerUri, sides, trays }: IppSettings, context: DriverContext): DocumentPrinter {
  const { clock, log, meter, say } = context;
  const shared = { clock, log, meter, say, sides, trays };
  const printer = createIppPrinter({ uri, ...shared });
  if (printerUri === undefined) return printer;
  return createQueuedPrinter({ queue: printer, device: createIppPrinter({ uri: printerUri, ...shared }) });
}

/** A queue of CUPS by its path; alone it is poor evidence, see `queued-printer.ts`. */
const warningsOf = ({ uri, printerUri }: IppSettings): readonly string[] =>
  printerUri === undefined && new URL(uri).pathname.startsWith('/printers/') ? ['queue-without-printer-uri'] : [];

const NEWS: readonly IppFailure[] = ['unreachable', 'timeout', 'badReply'];

/** A4 printers over IPP: a network printer, USB by way of ipp-usb, or a queue of CUPS. */
export const ippDefinition: DriverDefinition<IppSettings, IppCalls, never> = {
  device: 'document',
  driver: 'ipp',

  start(settings, context) {
    const printer = openPrinter(settings, context);
    const warnings = warningsOf(settings);
    context.report({ state: 'starting', details: {}, reasons: [], evidence: 'not asked yet' });
    const onStatus = (status: Result<PrinterStatus, IppFailure>): void =>
      context.report(toHealth(status, settings.trays, warnings));
    const watch = watchStatus({ printer, clock: context.clock, onStatus });
    /** Silence on any question is news of the printer, and so is an answer that no printer gives. */
    const noting = async <T>(answer: Promise<Result<T, IppFailure>>): Promise<Result<T, IppFailure>> => {
      const result = await answer;
      if (!result.ok && NEWS.includes(result.error)) watch.lookNow();
      return result;
    };
    return {
      calls: {
        async status() {
          const status = await printer.status();
          watch.saw(status);
          return status;
        },
        createJob: (name, paper) => noting(printer.createJob(name, paper)),
        sendDocument: (jobId, pdf) => noting(printer.sendDocument(jobId, pdf)),
        job: (jobId) => noting(printer.job(jobId)),
        findJob: (name) => noting(printer.findJob(name)),
        cancelJob: (jobId) => noting(printer.cancelJob(jobId)),
      },
      // Exchanges under way end by their own limits; nothing of theirs is reported any more.
      stop: async () => watch.stop(),
    };
  },
};
