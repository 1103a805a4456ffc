import type { RealTimeStatus } from './escpos.ts';
import type { ReceiptFailure, ReceiptStatus } from './receipt.ts';

/** The four answers to DLE EOT 1–4, one byte each. */
export type StatusBytes = Readonly<Record<RealTimeStatus, number>>;

/** What the raw bits say, by their manual names. */
export interface StatusFlags {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly stoppedByPaperEnd: boolean;
  readonly mechanicalError: boolean;
  readonly cutterError: boolean;
  readonly unrecoverableError: boolean;
  /** Head too hot, for instance: ends by itself. */
  readonly autoRecoverableError: boolean;
  /** The printer says "error" in DLE EOT 2. */
  readonly error: boolean;
  readonly paperNearEnd: boolean;
  readonly paperEnd: boolean;
}

export function statusFlags(bytes: StatusBytes): StatusFlags {
  const { printer, offlineCause, errorCause, paper } = bytes;
  return {
    offline: (printer & 0x08) !== 0,
    coverOpen: (offlineCause & 0x04) !== 0,
    stoppedByPaperEnd: (offlineCause & 0x20) !== 0,
    error: (offlineCause & 0x40) !== 0,
    mechanicalError: (errorCause & 0x04) !== 0,
    cutterError: (errorCause & 0x08) !== 0,
    unrecoverableError: (errorCause & 0x20) !== 0,
    autoRecoverableError: (errorCause & 0x40) !== 0,
    // Both bits of a pair speak of one sensor; some models set only one of them.
    paperNearEnd: (paper & 0x0c) !== 0,
    paperEnd: (paper & 0x60) !== 0,
  };
}

/** The printer's state in the kiosk's words. */
export function receiptStatus(bytes: StatusBytes): ReceiptStatus {
  const flags = statusFlags(bytes);
  const broken =
    flags.error || flags.mechanicalError || flags.cutterError || flags.unrecoverableError || flags.autoRecoverableError;
  const out = flags.paperEnd || flags.stoppedByPaperEnd;
  return {
    device: broken ? 'hardwareError' : flags.offline ? 'offline' : 'online',
    paper: out ? 'out' : flags.paperNearEnd ? 'low' : 'full',
    cover: flags.coverOpen ? 'open' : 'closed',
  };
}

/** Why nothing can be printed in this state; null: it can. What staff can mend with one hand is named first. */
export function refusalOf(status: ReceiptStatus): ReceiptFailure | null {
  if (status.cover === 'open') return 'receipt.coverOpen';
  if (status.paper === 'out') return 'receipt.paperOut';
  if (status.device === 'hardwareError') return 'receipt.fault';
  return status.device === 'offline' ? 'receipt.offline' : null;
}
