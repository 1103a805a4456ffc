import type { Result } from '../../contract/result.ts';

/** Why a wire could not be opened or written. */
export type WireFailure = 'portMissing' | 'portBusy' | 'portGone' | 'writeTimeout';

/**
 * One opened connection to a device. It is used once: after it closed, throw it away and open a new one, because a write
 * to a closed port may be held and sent on reopening.
 */
export interface Wire {
  /** Resolves when the bytes were handed to the device driver of the system; never later than the wire's write limit. */
  write(bytes: Uint8Array): Promise<Result<void, WireFailure>>;
  /** At most one listener; bytes come in any chunking. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once, however the wire ended. */
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

export interface WireOpener {
  open(): Promise<Result<Wire, WireFailure>>;
}
