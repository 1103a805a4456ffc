import { CLASSES, classOf } from './characters.ts';

const LONGEST_GRAM = 3;

/**
 * Where every three neighbouring letters stand in a text of Latin letters, sorted, so that those of one or two letters
 * stand together too. Four bytes a letter: 0.5 MB for 1,700 items.
 */
export class PieceIndex {
  readonly #text: string;
  /** Places of gram `g` are `places[start[g] … start[g + 1])`. */
  readonly #start = new Int32Array(CLASSES ** LONGEST_GRAM + 1);
  readonly #places: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#places = new Int32Array(text.length);
    const start = this.#start;
    for (let at = 0; at < text.length; at++) {
      const after = gramAt(text, at) + 1;
      start[after] = (start[after] ?? 0) + 1;
    }
    for (let gram = 1; gram < start.length; gram++) start[gram] = (start[gram] ?? 0) + (start[gram - 1] ?? 0);
    const next = start.slice();
    for (let at = 0; at < text.length; at++) {
      const gram = gramAt(text, at);
      const place = next[gram] ?? 0;
      this.#places[place] = at;
      next[gram] = place + 1;
    }
  }

  /** Every place of a piece of at least one letter, in any order, until `take` says that it has enough. */
  each(piece: string, take: (at: number) => boolean): void {
    const [within, from, to] = this.#rarest(piece);
    for (let place = from; place < to; place++) {
      const at = (this.#places[place] ?? 0) - within;
      if (at >= 0 && this.#text.startsWith(piece, at) && !take(at)) return;
    }
  }

  /** The gram of the piece that stands at the fewest places: where it begins in the piece, and its range of places. */
  #rarest(piece: string): readonly [number, number, number] {
    const letters = Math.min(LONGEST_GRAM, piece.length);
    const span = CLASSES ** (LONGEST_GRAM - letters);
    let best: readonly [number, number, number] = [0, 0, this.#places.length];
    for (let within = 0; within + letters <= piece.length; within++) {
      const gram = Math.floor(gramAt(piece, within) / span) * span;
      const [from, to] = [this.#start[gram] ?? 0, this.#start[gram + span] ?? 0];
      if (to - from < best[2] - best[1]) best = [within, from, to];
    }
    return best;
  }
}

/** Three letters as one number; behind the end anything. */
function gramAt(text: string, at: number): number {
  return (classAt(text, at) * CLASSES + classAt(text, at + 1)) * CLASSES + classAt(text, at + 2);
}

const CLASS_OF_CODE = Uint8Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)));
const OTHER = classOf('\n');

const classAt = (text: string, at: number): number =>
  at < text.length ? (CLASS_OF_CODE[text.charCodeAt(at)] ?? OTHER) : OTHER;
