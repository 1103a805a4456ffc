import type { PrinterStatus } from '../../contract/device-status.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { DocumentPrinter, IppFailure } from './printer.ts';

/** How often the printer is asked while nobody prints. */
export const STATUS_INTERVAL_MS = 5_000;
/** The same while it does not answer, so that one that comes back is in use within 3 s. */
export const AWAY_INTERVAL_MS = 1_000;

export interface StatusWatch {
  /** Somebody has asked meanwhile: that answer counts, and the next question waits its whole time. */
  saw(status: Result<PrinterStatus, IppFailure>): void;
  /** Something failed: the printer is asked at once. */
  lookNow(): void;
  stop(): void;
}

export interface StatusWatchOptions {
  readonly printer: Pick<DocumentPrinter, 'status'>;
  readonly clock: Clock;
  readonly onStatus: (status: Result<PrinterStatus, IppFailure>) => void;
}

/** Asks the printer how it is, one question at a time, until stopped. There is no ladder: each question has its own socket. */
export function watchStatus({ printer, clock, onStatus }: StatusWatchOptions): StatusWatch {
  let stopped = false;
  let asking = false;
  let cancel = (): void => undefined;

  const lookIn = (delayMs: number): void => {
    cancel();
    if (!stopped) cancel = clock.after(delayMs, () => void look());
  };
  const saw = (status: Result<PrinterStatus, IppFailure>): void => {
    if (stopped) return;
    onStatus(status);
    const away = !status.ok || status.value.device === 'offline';
    lookIn(away ? AWAY_INTERVAL_MS : STATUS_INTERVAL_MS);
  };
  const look = async (): Promise<void> => {
    if (asking || stopped) return;
    asking = true;
    const status = await printer.status();
    asking = false;
    saw(status);
  };
  void look();
  return {
    saw,
    lookNow: () => lookIn(0),
    stop() {
      stopped = true;
      cancel();
    },
  };
}
