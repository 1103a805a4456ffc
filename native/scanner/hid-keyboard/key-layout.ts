/** HID usage tables, page 07 (keyboard): what the keys of a US keyboard type, without and with Shift. */
const LETTERS_FROM = 0x04;
const DIGITS_FROM = 0x1e;
const SYMBOLS: Readonly<Record<number, readonly [string, string]>> = {
  44: [' ', ' '],
  45: ['-', '_'],
  46: ['=', '+'],
  47: ['[', '{'],
  48: [']', '}'],
  49: ['\\', '|'],
  51: [';', ':'],
  52: ["'", '"'],
  53: ['`', '~'],
  54: [',', '<'],
  55: ['.', '>'],
  56: ['/', '?'],
};

const layout = new Map<number, readonly [string, string]>();
for (const [at, letter] of [...'abcdefghijklmnopqrstuvwxyz'].entries()) {
  layout.set(LETTERS_FROM + at, [letter, letter.toUpperCase()]);
}
for (const [at, digit] of [...'1234567890'].entries()) layout.set(DIGITS_FROM + at, [digit, '!@#$%^&*()'.charAt(at)]);
for (const [usage, typed] of Object.entries(SYMBOLS)) layout.set(Number(usage), typed);

/** Usage of a key → what it types; undefined: a key that types no text. The keypad depends on Num Lock: no text either. */
export const typedBy = (usage: number, shift: boolean): string | undefined => layout.get(usage)?.[shift ? 1 : 0];

export const ENTER_KEY = 0x28;

export const isShift = (modifiers: number): boolean => (modifiers & 0x22) !== 0;
/** Control, Alt or Windows, left or right. */
export const isCommand = (modifiers: number): boolean => (modifiers & ~0x22) !== 0;
