import type { SearchHit } from '../../../contract/tiles.ts';

/** How a text can be typed: made once, when a catalogue arrives, and kept with it as JSON. */
export interface Spelling {
  /** The characters that count, in order, without spaces and marks, small letters. */
  readonly characters: readonly string[];
  /** For each of them its readings without tones: `['hang', 'xing']`; for letters and digits themselves. */
  readonly readings: readonly (readonly string[])[];
  /** For each of them its place in the text, UTF-16 offset. */
  readonly offsets: readonly number[];
}

export interface SpelledName {
  readonly in: SearchHit['matched']['in'];
  readonly text: string;
  readonly spelling: Spelling;
}

/** An item as the search sees it. */
export interface SearchSource {
  readonly code: string;
  /** 0–100: decides between items that match equally well. */
  readonly demand: number;
  /** It can be finished at a machine. */
  readonly finishes: boolean;
  readonly names: readonly SpelledName[];
}

export interface Found {
  /** The best first. */
  readonly hits: readonly { readonly code: string; readonly matched: SearchHit['matched'] }[];
  /** How many there are in all, also beyond the limit. */
  readonly total: number;
}

export interface Search {
  /** Items for what was typed so far: any text, of any length; never throws. Empty text: none. */
  find(text: string, limit: number): Found;
}
