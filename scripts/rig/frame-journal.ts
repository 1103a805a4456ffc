import type { WireFrame } from '../../contract/dock.ts';

/** Frames that the dock shows, of all wires together. */
const KEPT_FRAMES = 200;
/** A read reply holds a person: only the head of a long chunk is shown, and its length. */
const SHOWN_BYTES = 14;

/** The last frames of every wire, newest last. */
export class FrameJournal {
  readonly #frames: WireFrame[] = [];

  note(wire: WireFrame['wire'], direction: WireFrame['direction'], text: string): void {
    this.#frames.push({ at: Date.now(), wire, direction, text });
    if (this.#frames.length > KEPT_FRAMES) this.#frames.shift();
  }

  bytes(wire: WireFrame['wire']): (direction: WireFrame['direction'], bytes: Uint8Array) => void {
    return (direction, bytes) => {
      const head = Buffer.from(bytes.subarray(0, SHOWN_BYTES)).toString('hex').replaceAll(/(..)/g, '$1 ').trim();
      this.note(wire, direction, bytes.length > SHOWN_BYTES ? `${head} … ${bytes.length} bytes` : head);
    };
  }

  last(): readonly WireFrame[] {
    return this.#frames;
  }
}
