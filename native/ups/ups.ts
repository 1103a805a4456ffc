import type { UpsEvent, UpsStatus } from '../../contract/ups.ts';

/** The power supply as the rest of the kiosk uses it. */
export interface Ups {
  status(): UpsStatus;
  /** Ends everything it started, within a second. */
  stop(): Promise<void>;
}

export interface UpsListeners {
  /** Only changes. */
  readonly onStatus: (status: UpsStatus) => void;
  /** The same after each look, also when it brought nothing new: what is known is known anew. */
  readonly onLook?: (status: UpsStatus) => void;
  readonly onEvent: (event: UpsEvent) => void;
}
