import type { WireFrame } from '../../contract/dock.ts';

/** Frames that the dock shows of each wire: a reader that is polled must not push the others out. */
const KEPT_FRAMES = 50;
/** A read reply holds a person: only the head of a long chunk is shown, and its length. */
const SHOWN_BYTES = 14;

/** The last frames of every wire, newest last. */
export class FrameJournal {
  readonly #frames = new Map<WireFrame['wire'], WireFrame[]>();

  note(wire: WireFrame['wire'], direction: WireFrame['direction'], text: string): void {
    const frames = this.#frames.get(wire) ?? [];
    this.#frames.set(wire, frames);
    frames.push({ at: Date.now(), wire, direction, text });
    if (frames.length > KEPT_FRAMES) frames.shift();
  }

  bytes(wire: WireFrame['wire']): (direction: WireFrame['direction'], bytes: Uint8Array) => void {
    return (direction, bytes) => {
      const head = Buffer.from(bytes.subarray(0, SHOWN_BYTES)).toString('hex').replaceAll(/(..)/g, '$1 ').trim();
      this.note(wire, direction, bytes.length > SHOWN_BYTES ? `${head} … ${bytes.length} bytes` : head);
    };
  }

  last(): readonly WireFrame[] {
    return [...this.#frames.values()].flat().toSorted((a, b) => a.at - b.at);
  }
}
