import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { DocumentPrinter } from '../../native/ipp/printer.ts';

/** How often the printer is asked while nobody prints. */
export const PRINTER_WATCH_INTERVAL_MS = 5_000;

export interface PrinterWatch {
  /** It answers. A printer without paper is ready in this sense: the print waits for paper, with a sentence. */
  ready(): boolean;
  start(onChange: () => void): void;
  stop(): void;
}

/** Knows whether the A4 printer answers, before anybody asks it to print. Taken for ready until it has failed once. */
export function watchPrinter(printer: Pick<DocumentPrinter, 'status'>, clock: Clock, log: Log): PrinterWatch {
  let ready = true;
  let stopped = false;
  let cancel = (): void => undefined;
  let lastReasons = '';

  const look = async (onChange: () => void): Promise<void> => {
    const status = await printer.status();
    if (stopped) return;
    const answers = status.ok && status.value.device !== 'offline';
    const reasons = status.ok ? status.value.reasons : [status.error];
    if (answers !== ready || reasons.join() !== lastReasons) {
      lastReasons = reasons.join();
      ready = answers;
      log('device-status', { device: 'document', state: status.ok ? status.value.device : 'offline', reasons });
      onChange();
    }
    cancel = clock.after(PRINTER_WATCH_INTERVAL_MS, () => void look(onChange));
  };

  return {
    ready: () => ready,
    start: (onChange) => void look(onChange),
    stop() {
      stopped = true;
      cancel();
    },
  };
}
