import type { SimulatedHidPort } from '../../transport/hid-socket-port.ts';
import type { ScannerHand } from './scanner-hand.ts';

export interface SimulatedKeyboardScanner extends ScannerHand {
  /** Presses and releases one key, as for a code that holds a function key. Modifiers as in byte 0 of the report. */
  key(modifiers: number, usage: number): void;
}

/** Rows of a US keyboard, from usage 04 on: what each key types alone, and with Shift. A space is a key that types nothing here. */
const ALONE = "abcdefghijklmnopqrstuvwxyz1234567890\r\x1b\b\t -=[]\\ ;'`,./";
const SHIFTED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()     _+{}| :"~<>?';
const FIRST_USAGE = 4;
const LEFT_SHIFT = 0x02;
const LEFT_CONTROL = 0x01;
const ENTER = 0x28;

/** A scanner that types. What no key types it sends as Control and a letter, as such scanners do for control characters. */
export function createKeyboardSimulator(port: SimulatedHidPort): SimulatedKeyboardScanner {
  let silent = false;
  const send = (modifiers: number, usage: number): void => {
    if (!silent) port.sendReport(Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0));
  };
  const key = (modifiers: number, usage: number): void => {
    send(modifiers, usage);
    send(0, 0);
  };
  const type = (byte: number): void => {
    const character = String.fromCharCode(byte);
    const alone = ALONE.indexOf(character);
    const shifted = SHIFTED.indexOf(character);
    if (character === ' ') key(0, 0x2c);
    else if (alone !== -1) key(0, FIRST_USAGE + alone);
    else if (shifted !== -1) key(LEFT_SHIFT, FIRST_USAGE + shifted);
    else key(LEFT_CONTROL, FIRST_USAGE + (byte % 26));
  };
  return {
    key,
    scan(content) {
      if (silent) return false;
      for (const byte of content) type(byte);
      key(0, ENTER);
      return true;
    },
    noise(bytes) {
      if (!silent) port.sendReport(bytes);
    },
    setSilent(on) {
      silent = on;
    },
  };
}
