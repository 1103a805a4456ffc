/** What is waited for: so many bytes. Replies have no header, so only who asked knows where one ends. */
export interface ReplyReader {
  /**
   * Takes bytes in any chunking. More than was ever asked for is a daemon out of step: `overflow` is said once, nothing is
   * kept any more, and no read ends.
   */
  push(chunk: Uint8Array): void;
  /** Resolves with exactly `bytes` bytes when they have come. One read at a time. */
  read(bytes: number): Promise<Uint8Array>;
  /** Bytes that nobody has asked for yet. */
  held(): number;
}

/** @param maxHeld the most bytes that may lie here unasked for: the longest reply */
export function createReplyReader(maxHeld: number, onOverflow: (bytes: number) => void): ReplyReader {
  let held: Uint8Array = new Uint8Array(0);
  let waiting: { readonly bytes: number; resolve(reply: Uint8Array): void } | undefined;
  let broken = false;

  const serve = (): void => {
    if (!waiting || held.length < waiting.bytes) return;
    const { bytes, resolve } = waiting;
    waiting = undefined;
    const reply = held.slice(0, bytes);
    held = held.slice(bytes);
    resolve(reply);
  };
  return {
    push(chunk) {
      if (broken) return;
      if (held.length + chunk.length > maxHeld + (waiting?.bytes ?? 0)) {
        broken = true;
        const bytes = held.length + chunk.length;
        held = new Uint8Array(0);
        onOverflow(bytes);
        return;
      }
      held = Buffer.concat([held, chunk]);
      serve();
    },
    read: (bytes) =>
      new Promise((resolve) => {
        if (waiting) throw new Error('two reads at a time');
        waiting = { bytes, resolve };
        serve();
      }),
    held: () => held.length,
  };
}
