import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/** Writes the same bytes again and again, each time until the disk has them. */
export interface BareWrites {
  /** One durable write. */
  write(): void;
  close(): void;
}

/**
 * The limit of any durable store on this disk. `append` grows the file, so that its length must become durable, too;
 * `overwrite` writes round and round in space that the file has already, as a write-ahead log does after its first lap.
 */
export function bareWrites(path: string, bytes: number, kind: 'append' | 'overwrite'): BareWrites {
  const fd = openSync(path, 'w');
  const content = Buffer.alloc(bytes, 0x5a);
  const laps = kind === 'append' ? Number.POSITIVE_INFINITY : 256;
  let turn = 0;
  if (kind === 'overwrite') {
    for (let place = 0; place < laps; place++) writeSync(fd, content, 0, bytes, place * bytes);
    fdatasyncSync(fd);
  }
  return {
    write() {
      writeSync(fd, content, 0, bytes, (turn % laps) * bytes);
      turn++;
      fdatasyncSync(fd);
    },
    close: () => closeSync(fd),
  };
}
