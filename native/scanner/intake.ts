import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { ScannerEvent, ScanRefusal } from './scanner.ts';

/** The last door before the kiosk: one scan is told once. */
export interface Intake {
  /** Answers whether it was told, and not a repeat. */
  scanned(text: string, symbology?: string): boolean;
  refused(reason: ScanRefusal): void;
  stop(): void;
}

export interface IntakeSettings {
  readonly clock: Clock;
  readonly log: Log;
  /** The same text again within so long is the same scan; each repeat prolongs it. 0: every one is told. */
  readonly sameCodeMs: number;
  readonly emit: (event: ScannerEvent) => void;
  /** Something was read, told or not. */
  readonly onRead: () => void;
}

export function createIntake({ clock, log, sameCodeMs, emit, onRead }: IntakeSettings): Intake {
  let last: string | undefined;
  let forget = (): void => undefined;
  return {
    scanned(text, symbology) {
      if (text === '') return false;
      const repeat = text === last;
      forget();
      last = sameCodeMs > 0 ? text : undefined;
      // The text is held no longer than it is needed: it may be a person's.
      forget = clock.after(sameCodeMs, () => {
        last = undefined;
      });
      if (!repeat) emit({ type: 'scanned', text, ...(symbology === undefined ? {} : { symbology }) });
      onRead();
      return !repeat;
    },
    refused(reason) {
      log('wire-refused', { device: 'scanner', reason });
      emit({ type: 'refused', reason });
      onRead();
    },
    stop: () => forget(),
  };
}
