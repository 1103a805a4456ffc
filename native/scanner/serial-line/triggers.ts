import type { SerialLineConfig } from '../../../contract/device-config/scanner.ts';

/** What tells a scanner to look and to stop; nothing is answered, so the bytes having left is all that is known. */
export interface SilentTrigger {
  readonly on: Uint8Array;
  readonly off: Uint8Array;
}

/** SYN T CR and SYN U CR: Honeywell, Metrologic, Youjie, and many engines that follow them. */
const HONEYWELL: SilentTrigger = { on: Uint8Array.of(0x16, 0x54, 0x0d), off: Uint8Array.of(0x16, 0x55, 0x0d) };
/** Known from one program (on) and by hearsay (off): see that the light really goes out before relying on it. */
const NEWLAND_SHORT: SilentTrigger = { on: Uint8Array.of(0x01, 0x54, 0x04), off: Uint8Array.of(0x01, 0x50, 0x04) };

/** Undefined: the scanner takes no trigger, or (Newland) one that is answered. */
export function silentTrigger(trigger: SerialLineConfig['trigger']): SilentTrigger | undefined {
  switch (trigger) {
    case 'honeywell':
      return HONEYWELL;
    case 'newland-short':
      return NEWLAND_SHORT;
    case 'none':
    case 'newland':
      return undefined;
  }
}

export const newlandTrigger = (on: boolean): string => (on ? 'SCNTRG1' : 'SCNTRG0');
