import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { COMPLETIONS } from './completion.ts';
import { recoverPrinter } from './conversation.ts';
import type { EncodedReceipt } from './encode.ts';
import { clearBuffers } from './escpos.ts';
import type { PrinterLink } from './printer-link.ts';
import type { ReceiptProfile } from './profiles/profile.ts';
import type { ReceiptFailure } from './receipt.ts';
import { refusalOf } from './status.ts';

export interface ReceiptPressParts {
  readonly link: PrinterLink;
  readonly clock: Clock;
  readonly log: Log;
  readonly profile: ReceiptProfile;
  readonly baudRate: number;
}

/** Prints one receipt after the other; the caller sees to it that only one is printed at a time. Null: it came out. */
export function createReceiptPress({ link, clock, log, profile, baudRate }: ReceiptPressParts) {
  /** A receipt may be left in the printer: after a failure, and at the start, for nobody knows how the last process ended. */
  let leftover = true;

  /** False: the printer did not answer as it should; the wire is thrown away. */
  async function cleared(): Promise<boolean> {
    const wire = link.connection();
    if (!leftover) return true;
    log('device-recovery', { device: 'receipt', step: 'clear' });
    if (wire && (await recoverPrinter(wire, profile, clock))) return true;
    await link.drop();
    return false;
  }

  return async function print(receipt: EncodedReceipt): Promise<ReceiptFailure | null> {
    const before = await link.look();
    if (before === undefined) return 'receipt.offline';
    const refusal = refusalOf(before);
    if (refusal !== null) return refusal;
    if (!(await cleared())) return (await link.refusal()) ?? 'receipt.offline';
    const wire = link.connection();
    if (wire === undefined) return 'receipt.offline';
    leftover = true;
    const cameOut = COMPLETIONS[profile.completion]({ wire, link, clock, profile, receipt, baudRate, before });
    const sent = await wire.send(receipt.bytes);
    if (!sent) await link.drop();
    const failure = sent ? await cameOut() : ((await link.refusal()) ?? 'receipt.offline');
    if (failure === null) {
      leftover = false;
      return null;
    }
    // Now, while it stands still: new paper must not bring out the rest of this receipt before somebody else.
    await link.connection()?.send(clearBuffers());
    await link.drop();
    return failure;
  };
}
