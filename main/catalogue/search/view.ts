import type { NameIndex, Unit } from './name-index.ts';
import { PieceIndex } from './piece-index.ts';

/** Between two names: no typed text holds it. */
export const BREAK = '\n';
const NEAR = 4;

interface Writing {
  /** Each unit is written as exactly one UTF-16 unit. */
  readonly narrow: boolean;
  /** In Latin letters: then pieces are looked up, else read through for. */
  readonly latin: boolean;
}

/**
 * All names as one long string, each character written by its first reading (or by itself, or by its first letter), for
 * the weaker levels, which look for pieces of it.
 */
export class View {
  readonly text: string;
  /** Where each position begins in `text`; undefined: each is one character long. */
  readonly #starts: Int32Array | undefined;
  /** The position at every sixteenth place, from where the right one is a few steps on. */
  readonly #near: Int32Array | undefined;
  /** At each place how far behind the beginning of its character it is. */
  readonly #within: Uint8Array | undefined;
  readonly #pieces: PieceIndex | undefined;

  constructor(index: NameIndex, write: (unit: Unit) => string, { narrow, latin }: Writing) {
    const written = index.units.map(write);
    this.text = Array.from(index.text, (unit) => written[unit] ?? BREAK).join('');
    this.#pieces = latin ? new PieceIndex(this.text) : undefined;
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

  /** Every place of a piece, in any order, until `take` says that it has enough. */
  each(piece: string, take: (at: number) => boolean): void {
    if (piece === '') return;
    if (this.#pieces) {
      this.#pieces.each(piece, take);
      return;
    }
    for (let at = this.text.indexOf(piece); at >= 0; at = this.text.indexOf(piece, at + 1)) {
      if (!take(at)) return;
    }
  }
}
