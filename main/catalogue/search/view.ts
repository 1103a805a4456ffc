import type { NameIndex, Unit } from './name-index.ts';

/** Between two names: no typed text holds it. */
export const BREAK = '\n';
const NEAR = 4;

/**
 * All names as one long string, each character written by its first reading (or by itself, or by its first letter), for
 * the weaker levels, which look for pieces with `indexOf`.
 */
export class View {
  readonly text: string;
  /** Where each position begins in `text`; undefined: each is one character long. */
  readonly #starts: Int32Array | undefined;
  /** The position at every sixteenth place, from where the right one is a few steps on. */
  readonly #near: Int32Array | undefined;
  /** At each place how far behind the beginning of its character it is. */
  readonly #within: Uint8Array | undefined;
  /** How often each ASCII character occurs, of 1. */
  readonly #frequency: Float64Array;

  /** @param write one unit as text; when `narrow`, exactly one UTF-16 unit */
  constructor(index: NameIndex, write: (unit: Unit) => string, narrow: boolean) {
    const written = index.units.map(write);
    this.text = Array.from(index.text, (unit) => written[unit] ?? BREAK).join('');
    this.#frequency = frequencyOf(index, written);
    if (narrow) return;
    const starts = new Int32Array(index.text.length + 1);
    const within = new Uint8Array(this.text.length);
    const near = new Int32Array((this.text.length >> NEAR) + 1);
    let at = 0;
    for (let position = 0; position < index.text.length; position++) {
      starts[position] = at;
      const length = written[index.text[position] ?? 0]?.length ?? 1;
      for (let letter = 0; letter < length; letter++) {
        within[at + letter] = letter;
        if (((at + letter) & ((1 << NEAR) - 1)) === 0) near[(at + letter) >> NEAR] = position;
      }
      at += length;
    }
    starts[index.text.length] = at;
    this.#starts = starts;
    this.#near = near;
    this.#within = within;
  }

  beginsCharacter(at: number): boolean {
    return at >= 0 && at < this.text.length && (this.#within === undefined || this.#within[at] === 0);
  }

  /** The position that stands at this place of `text`. */
  positionAt(at: number): number {
    if (this.#starts === undefined || this.#near === undefined) return at;
    let position = this.#near[at >> NEAR] ?? 0;
    while ((this.#starts[position + 1] ?? Number.POSITIVE_INFINITY) <= at) position++;
    return position;
  }

  /** How often a character occurs, of 1; guessed for other than ASCII. */
  frequency(character: string): number {
    return this.#frequency[character.charCodeAt(0)] ?? 0.005;
  }

  /** Every place of a piece, until `take` says that it has enough. */
  each(piece: string, take: (at: number) => boolean): void {
    for (let at = this.text.indexOf(piece); at >= 0; at = this.text.indexOf(piece, at + 1)) {
      if (!take(at)) return;
    }
  }
}

function frequencyOf(index: NameIndex, written: readonly string[]): Float64Array {
  const counts = new Float64Array(128);
  let all = 1;
  for (const unit of index.text) {
    const text = written[unit] ?? BREAK;
    all += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < counts.length) counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts.map((count) => count / all);
}
