/** Bytes received and not yet carried out, oldest first. */
export interface ReceiveBuffer {
  push(byte: number): void;
  /** The oldest byte, which it leaves in place; undefined: empty. */
  peek(): number | undefined;
  drop(): void;
  clear(): void;
}

const READ_BYTES_KEPT = 4096;

export function createReceiveBuffer(): ReceiveBuffer {
  let bytes: number[] = [];
  let read = 0;
  return {
    push: (byte) => bytes.push(byte),
    peek: () => bytes[read],
    drop() {
      read += 1;
      if (read < READ_BYTES_KEPT) return;
      bytes = bytes.slice(read);
      read = 0;
    },
    clear() {
      bytes = [];
      read = 0;
    },
  };
}
