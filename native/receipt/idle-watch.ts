import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { Pause } from '../pause.ts';
import { createRecovery, type RecoveryPlan } from '../transport/recovery-ladder.ts';
import type { Connection } from './connection.ts';
import { enableReports } from './conversation.ts';
import type { PrinterLink } from './printer-link.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptStatus } from './receipt.ts';
import { refusalOf } from './status.ts';

/**
 * A look asks twice by itself, the second time on a new wire: there is nothing between that and opening anew. Waits are short
 * enough for a printer that comes back to be in use within 3 s, a look of up to 1.6 s at a silent one included.
 */
export const RECEIPT_RECOVERY: RecoveryPlan = {
  retry: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 100, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1_000, maxWaitMs: 1_000 },
  forgetAfterMs: 10_000,
};

/**
 * So often a printer may fail to report by itself before it is taken for one that cannot, until its wire is opened anew or a
 * receipt was printed: that clears an image cut short, in which the command would have been data.
 */
const REPORT_ATTEMPTS = 2;

/** While something is amiss, for somebody may stand there, mend it and wait to see it told. */
export const TROUBLE_POLL_INTERVAL_MS = 1_000;

export interface IdleWatchParts {
  readonly link: PrinterLink;
  readonly profile: ReceiptProfile;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollIntervalMs: number;
  /** Woken when something may have changed: the wire ended, a receipt was printed. */
  readonly pause: Pause;
  readonly stopped: () => boolean;
  /** Receipts so far. */
  readonly printed: () => number;
  /** Between jobs only: bytes of a question in the middle of image data would be carried out there. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Watches the printer while nothing is printed, until stopped: automatic reports where the profile has them, and questions at
 * an interval in any case, because no printer reports that its power is gone. Reports are asked for again each time: they end
 * with ESC @, which begins every receipt, and with a loss of power too short to be seen. The printer is not told while it
 * stands still, for then such commands would only pile up in its buffer.
 */
export async function watchWhileIdle(parts: IdleWatchParts): Promise<void> {
  const { link, profile, clock, log, pollIntervalMs, pause, stopped, printed, exclusive } = parts;
  const recovery = createRecovery({ plan: RECEIPT_RECOVERY, device: 'receipt', clock, log });
  let reporting: { readonly wire: Connection; readonly printed: number; failures: number } | undefined;

  const askForReports = async (status: ReceiptStatus): Promise<void> => {
    const wire = link.connection();
    if (!wire || !profile.automatic) return;
    if (refusalOf(status) !== null) return;
    if (reporting?.wire !== wire || reporting.printed !== printed()) {
      reporting = { wire, printed: printed(), failures: 0 };
    }
    if (reporting.failures >= REPORT_ATTEMPTS) return;
    reporting.failures = (await enableReports(wire, profile.automatic)) ? 0 : reporting.failures + 1;
  };
  const waitAfterFailure = (): number => recovery.climb('reopen').waitMs;

  const untilNextLook = (status: ReceiptStatus): number =>
    refusalOf(status) === null ? pollIntervalMs : Math.min(pollIntervalMs, TROUBLE_POLL_INTERVAL_MS);

  while (!stopped()) {
    const status = await exclusive(async () => {
      const seen = await link.look();
      if (seen) await askForReports(seen);
      return seen;
    });
    if (status) recovery.well();
    if (!stopped()) await pause.wait(status ? untilNextLook(status) : waitAfterFailure());
  }
}
