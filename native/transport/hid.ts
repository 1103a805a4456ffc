import type { Result } from '../../contract/result.ts';
import type { WireFailure } from './wire.ts';

/** An opened HID device. Used once, like a wire: after it closed, throw it away and open a new one. */
export interface HidDevice {
  /** Output report: its id first (0 where the device has none), then its data. */
  write(report: Uint8Array): Promise<Result<void, WireFailure>>;
  /** Feature report: its id first, then its data. */
  sendFeature(report: Uint8Array): Promise<Result<void, WireFailure>>;
  /** Input reports as the system gives them: with the id in front where the device numbers its reports. At most one listener. */
  onReport(listener: (report: Uint8Array) => void): void;
  /** Called once, however it ended. */
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

export interface HidOpener {
  open(): Promise<Result<HidDevice, WireFailure>>;
}
