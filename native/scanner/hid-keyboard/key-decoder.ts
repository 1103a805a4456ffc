import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import type { ScanRefusal } from '../scanner.ts';
import { ENTER_KEY, isCommand, isShift, typedBy } from './key-layout.ts';

export type KeyEvent =
  | { readonly type: 'code'; readonly text: string }
  /** Everything up to the next Enter, or the next quiet, is thrown away with it. */
  | { readonly type: 'refused'; readonly reason: ScanRefusal };

/** Boot-keyboard input reports → lines of text. Never throws, holds one line at most. */
export interface KeyDecoder {
  push(report: Uint8Array): KeyEvent | undefined;
  /** No key came for a while: a line without Enter is given up. */
  flush(): KeyEvent | undefined;
  held(): number;
}

/** Modifiers, a reserved byte, six keys that are down: USB HID 1.11, appendix B.1. */
const BOOT_REPORT_BYTES = 8;
const FIRST_KEY = 2;

export function createKeyDecoder(): KeyDecoder {
  let down: readonly number[] = [];
  let text = '';
  let spoiled: ScanRefusal | undefined;

  const spoil = (reason: ScanRefusal): void => {
    spoiled ??= reason;
    text = '';
  };
  const close = (): KeyEvent | undefined => {
    const line = text;
    const reason = spoiled;
    text = '';
    spoiled = undefined;
    if (reason !== undefined) return { type: 'refused', reason };
    return line === '' ? undefined : { type: 'code', text: line };
  };
  const press = (usage: number, shift: boolean): void => {
    const typed = typedBy(usage, shift);
    if (typed === undefined) spoil('keys');
    else if (text.length >= LONGEST_CODE_BYTES) spoil('tooLong');
    else if (spoiled === undefined) text += typed;
  };

  return {
    push(report) {
      // A numbered report has its id in front.
      const boot = report.length === BOOT_REPORT_BYTES + 1 ? report.subarray(1) : report;
      if (boot.length !== BOOT_REPORT_BYTES) {
        spoil('notDecodable');
        return undefined;
      }
      const modifiers = boot[0] ?? 0;
      const keys = [...boot.subarray(FIRST_KEY)].filter((usage) => usage !== 0);
      const pressed = keys.filter((usage) => !down.includes(usage));
      down = keys;
      if (isCommand(modifiers)) spoil('keys');
      for (const usage of pressed) {
        // Keys that go down in one report with Enter have no order: only what stands before it counts.
        if (usage === ENTER_KEY) {
          if (pressed.length > 1) spoil('notDecodable');
          return close();
        }
        press(usage, isShift(modifiers));
      }
      return undefined;
    },
    flush() {
      if (text !== '') spoil('incomplete');
      down = [];
      return close();
    },
    held: () => text.length,
  };
}
