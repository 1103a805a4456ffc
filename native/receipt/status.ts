import type { Answer } from './answers.ts';
import type { ReceiptFailure, ReceiptStatus } from './receipt.ts';
import { EPSON_BITS, STATUS_FLAGS, type StatusBit, type StatusFlag, type StatusSource } from './status-bits.ts';

/** Bytes of status by where they came from; what is not there was not said. */
export type StatusBytes = Readonly<Partial<Record<StatusSource, number>>>;
export type StatusFlags = Readonly<Record<StatusFlag, boolean>>;

/** What the raw bits say, by their manual names. */
export function statusFlags(bytes: StatusBytes, bits: readonly StatusBit[] = EPSON_BITS): StatusFlags {
  const said = bits.filter(({ of, mask }) => ((bytes[of] ?? 0) & mask) !== 0).map(({ flag }) => flag);
  const entries = STATUS_FLAGS.map((flag) => [flag, said.includes(flag)] as const);
  return Object.fromEntries(entries) as Record<StatusFlag, boolean>;
}

/** A report that a printer sends by itself, or its full status, as bytes with their names. */
export function bytesOfReport(report: Extract<Answer, { kind: 'asb' | 'full' }>): StatusBytes {
  if (report.kind === 'asb') {
    const [asb1 = 0, asb2 = 0, asb3 = 0] = report.bytes;
    return { asb1, asb2, asb3 };
  }
  const { paper, user, recoverable, unrecoverable } = report.parts;
  return {
    ...(paper !== undefined && { fullPaper: paper }),
    ...(user !== undefined && { fullUser: user }),
    ...(recoverable !== undefined && { fullRecoverable: recoverable }),
    ...(unrecoverable !== undefined && { fullUnrecoverable: unrecoverable }),
  };
}

/**
 * The printer's state in the kiosk's words. A printer that is offline because of its paper or cover is `online`: it answers,
 * and a hand can mend it. What no byte speaks of is `unknown`.
 */
export function receiptStatus(bytes: StatusBytes, bits: readonly StatusBit[] = EPSON_BITS): ReceiptStatus {
  const flags = statusFlags(bytes, bits);
  const speaksOf = (flag: StatusFlag): boolean => bits.some((bit) => bit.flag === flag && bytes[bit.of] !== undefined);
  const broken =
    flags.error || flags.mechanicalError || flags.cutterError || flags.unrecoverableError || flags.autoRecoverableError;
  const out = flags.paperEnd || flags.stoppedByPaperEnd;
  const explained = out || flags.coverOpen;
  return {
    device: broken ? 'hardwareError' : flags.offline && !explained ? 'offline' : 'online',
    paper: out ? 'out' : flags.paperNearEnd ? 'low' : speaksOf('paperEnd') ? 'full' : 'unknown',
    cover: flags.coverOpen ? 'open' : speaksOf('coverOpen') ? 'closed' : 'unknown',
    ...(speaksOf('mediaPresent') && { media: flags.mediaPresent ? 'present' : 'notPresent' }),
  };
}

/** Why nothing can be printed in this state; null: it can. What staff can mend with one hand is named first. */
export function refusalOf(status: ReceiptStatus): ReceiptFailure | null {
  if (status.cover === 'open') return 'receipt.coverOpen';
  if (status.paper === 'out') return 'receipt.paperOut';
  if (status.device === 'hardwareError') return 'receipt.fault';
  return status.device === 'offline' ? 'receipt.offline' : null;
}
