import {
  automaticStatus,
  type Conditions,
  fullStatus,
  type Mechanics,
  paperSensorStatus,
  realTimeStatus,
} from './conditions.ts';
import type { PrinterModel } from './models.ts';

/** Everything the printer says of its state, asked or not. */
export interface StatusVoice {
  /** DLE EOT n, of those it knows. */
  realTime(n: number): void;
  /** GS r n. */
  queued(n: number): void;
  identity(n: number): void;
  /** GS a n or GS E0 n: reports at once and then every change; 0 ends it. */
  enableReports(n: number): void;
  /** How often it was told to report. */
  timesEnabled(): number;
  /** Call it when something may have changed. */
  changed(): void;
}

const FULL_STATUS_HEAD = [0x10, 0x0f] as const;
/** Spooling and motor come and go with every line: they alone are not worth a message. */
const LASTING_USER_BITS = 0xf3;

export interface StatusVoiceParts {
  readonly model: PrinterModel;
  readonly conditions: Conditions;
  readonly mechanics: () => Mechanics;
  readonly say: (bytes: readonly number[]) => void;
}

export function createStatusVoice({ model, conditions, mechanics, say }: StatusVoiceParts): StatusVoice {
  let enabled = 0;
  let timesEnabled = 0;
  let told: readonly number[] = [];

  const lasting = (): readonly number[] => {
    if (model.reports === 'a') return automaticStatus(conditions);
    const [paper, user, ...errors] = fullStatus(conditions, mechanics());
    return [paper, user & LASTING_USER_BITS, ...errors];
  };
  const report = (now: readonly number[], all: boolean): void => {
    if (model.reports === 'a') {
      say(now);
      return;
    }
    // Only the bytes that changed, each announced by its bit.
    const mask = now.reduce((sum, value, index) => (all || value !== told[index] ? sum | (1 << index) : sum), 0);
    say([0x10, mask, ...now.filter((_, index) => (mask & (1 << index)) !== 0)]);
  };
  return {
    realTime(n) {
      if (n === 20) say([...FULL_STATUS_HEAD, ...fullStatus(conditions, mechanics())]);
      else say([realTimeStatus(n, conditions, mechanics())]);
    },
    queued(n) {
      if (model.queuedStatus) say([n === 1 || n === 49 ? paperSensorStatus(conditions) : 0]);
    },
    identity(n) {
      if (n === 66 && model.maker !== null) say([0x5f, ...Buffer.from(model.maker, 'ascii'), 0x00]);
    },
    enableReports(n) {
      enabled = n;
      if (n === 0) return;
      timesEnabled += 1;
      const now = lasting();
      report(now, true);
      told = now;
    },
    timesEnabled: () => timesEnabled,
    changed() {
      const now = lasting();
      if (enabled === 0 || now.every((value, index) => value === told[index])) return;
      report(now, false);
      told = now;
    },
  };
}
