import type { ReceiptCompletion } from '../../contract/device-config/receipt.ts';
import { type Clock, sleep } from '../clock.ts';
import type { Connection } from './connection.ts';
import { askAllStatus, askStatusByte } from './conversation.ts';
import type { EncodedReceipt } from './encode.ts';
import {
  completionLimitMs,
  PROGRESS_POLL_INTERVAL_MS,
  STATUS_POLL_INTERVAL_MS,
  surelyPrintedMs,
  wireTimeMs,
} from './limits.ts';
import type { PrinterLink } from './printer-link.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptFailure, ReceiptStatus } from './receipt.ts';
import { receiptStatus, refusalOf, statusFlags } from './status.ts';

/** A receipt that is about to be handed to the printer. */
export interface PrintJob {
  readonly wire: Connection;
  readonly link: PrinterLink;
  readonly clock: Clock;
  readonly profile: ReceiptProfile;
  readonly receipt: EncodedReceipt;
  /** The state that allowed it. */
  readonly before: ReceiptStatus;
  /** Of the wire; sets how long waiting is worth while. */
  readonly baudRate: number;
}

/**
 * Begun before the bytes are sent, because the answer may come as soon as they are; the function that it answers waits for
 * the end: null when the receipt came out, or why it did not.
 */
type Completion = (job: PrintJob) => Waiting;
type Waiting = () => Promise<ReceiptFailure | null>;

export const COMPLETIONS: Readonly<Record<ReceiptCompletion, Completion>> = { queued, fullStatus, undisturbed };

/**
 * Tells trouble after it was seen twice in a row: the answer may be on its way while the end of the roll shows.
 *
 * @param silence what no answer means: nothing, where better evidence is waited for
 */
function troubleWatch({ wire, profile }: PrintJob, silence: ReceiptFailure | null): Waiting {
  let seen: ReceiptFailure | null = null;
  return async () => {
    const bytes = await askAllStatus(wire, profile.questions);
    if (bytes === undefined) return silence;
    const trouble = refusalOf(receiptStatus(bytes, profile.bits));
    const told = trouble !== null && trouble === seen ? trouble : null;
    seen = trouble;
    return told;
  };
}

/**
 * `GS r` at the end of the receipt is answered when all before it was carried out: strong. It does not say that the knife
 * cut. The printer must still answer afterwards: one that loses its power sends a 00 as its last, which is what it answers
 * when all is well.
 */
function queued(job: PrintJob): Waiting {
  const { wire, link, clock, receipt, baudRate } = job;
  const answer = wire.next('queued', completionLimitMs(receipt, baudRate));
  const trouble = troubleWatch(job, null);
  return async () => {
    while (!(await Promise.race([answer.then(() => true), sleep(clock, STATUS_POLL_INTERVAL_MS)]))) {
      const told = await trouble();
      if (told !== null) return told;
    }
    const sensor = await answer;
    if (sensor === undefined) return (await link.refusal()) ?? 'receipt.offline';
    if ((sensor.value & 0x0c) !== 0) return 'receipt.paperOut';
    // On this wire: one that has to be opened anew may lead to a printer that lost its power and has it back.
    const there = (await link.look()) !== undefined && link.connection() === wire && wire.alive();
    return there ? null : 'receipt.offline';
  };
}

/**
 * Custom's full status: paper was seen moving and came to rest, and the wire has had the time to carry all of the receipt.
 * Middling: something was printed, perhaps not all of it. A ticket in the mouth counts only where none lay there before.
 */
function fullStatus({ wire, clock, profile, receipt, baudRate, before }: PrintJob): Waiting {
  const begunAtMs = clock.now();
  return async () => {
    const elapsedMs = (): number => clock.now() - begunAtMs;
    let [moved, resting]: [boolean, number] = [false, 0];
    let seen: ReceiptFailure | null = null;
    while (elapsedMs() < completionLimitMs(receipt, baudRate)) {
      await sleep(clock, PROGRESS_POLL_INTERVAL_MS);
      const bytes = await askStatusByte(wire, 'full');
      if (bytes === undefined) return 'receipt.offline';
      const trouble = refusalOf(receiptStatus(bytes, profile.bits));
      if (trouble !== null && trouble === seen) return trouble;
      seen = trouble;
      const flags = statusFlags(bytes, profile.bits);
      moved ||= flags.busy || (flags.mediaPresent && before.media !== 'present');
      resting = flags.busy || trouble !== null ? 0 : resting + 1;
      if (moved && resting >= 2 && elapsedMs() >= wireTimeMs(receipt, baudRate)) return null;
    }
    return 'receipt.offline';
  };
}

/**
 * Nothing stood in the way for as long as the slowest printer takes. Weak: paper was not seen, and a printer that swallows
 * bytes without printing looks the same. For printers that answer DLE EOT and nothing else.
 */
function undisturbed(job: PrintJob): Waiting {
  const { link, clock, receipt, baudRate } = job;
  const begunAtMs = clock.now();
  const trouble = troubleWatch(job, 'receipt.offline');
  return async () => {
    while (clock.now() - begunAtMs < surelyPrintedMs(receipt, baudRate)) {
      await sleep(clock, STATUS_POLL_INTERVAL_MS);
      const told = await trouble();
      if (told !== null) return told;
    }
    return link.refusal();
  };
}
