import type { Clock } from '../clock.ts';
import type { ScanRefusal } from './scanner.ts';

/** Holds what came in one go until the line is quiet, and lets it pass only if it was one code and nothing else. */
export interface Burst<Code> {
  /** Something arrived, of whatever kind: the quiet begins anew. */
  touch(): void;
  code(code: Code): void;
  /** What came is no code; the first reason counts. */
  spoil(reason: ScanRefusal): void;
  /** Something came, and the line is not quiet yet. */
  active(): boolean;
  /** Forgets what is held, as when the wire is gone. */
  drop(): void;
}

export interface BurstSettings<Code> {
  readonly clock: Clock;
  readonly quietMs: number;
  /** The line is quiet: gives up what did not end, by `code` or `spoil`. Called before the burst is judged. */
  readonly onQuiet: () => void;
  readonly onCode: (code: Code) => void;
  readonly onRefused: (reason: ScanRefusal) => void;
}

/**
 * A code whose content holds the terminator (CR in a QR code) would arrive as two shorter codes, each plausible. A scanner
 * sends one code without a pause and cannot read two within the quiet time, so two in one go are one that was cut.
 */
export function createBurst<Code>(settings: BurstSettings<Code>): Burst<Code> {
  const { clock, quietMs, onQuiet, onCode, onRefused } = settings;
  let held: { readonly code: Code } | undefined;
  let spoiled: ScanRefusal | undefined;
  let cancel: (() => void) | undefined;

  const burst: Burst<Code> = {
    touch() {
      cancel?.();
      cancel = clock.after(quietMs, () => {
        cancel = undefined;
        onQuiet();
        const [code, reason] = [held, spoiled];
        held = undefined;
        spoiled = undefined;
        if (reason !== undefined) onRefused(reason);
        else if (code) onCode(code.code);
      });
    },
    code(code) {
      if (held) spoiled ??= 'joined';
      held = { code };
    },
    spoil(reason) {
      spoiled ??= reason;
    },
    active: () => cancel !== undefined,
    drop() {
      cancel?.();
      cancel = undefined;
      held = undefined;
      spoiled = undefined;
    },
  };
  return burst;
}
