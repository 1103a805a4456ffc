import type { Typed } from '../../contract/tiles.ts';

/** What the keys of one field do. */
export interface Keyboard {
  /** Letters are pinyin and become hanzi. */
  readonly hanzi: boolean;
  /** In characters (code points). */
  readonly maxLength: number;
}

/** Keys into text. Pure: what was typed goes in, what is typed now comes out. */
export interface Typing {
  /** @param key one character, or `delete` (the last character or letter), or `clear` */
  press(typed: Typed, key: string, keyboard: Keyboard): Typed;
  /** Takes one of the hanzi that are offered; an index that is not there changes nothing. */
  take(typed: Typed, index: number, keyboard: Keyboard): Typed;
}

export const NOTHING_TYPED: Typed = { text: '', composing: '', candidates: [] };
