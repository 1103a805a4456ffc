import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Bundle, readBundle } from '../../../contract/catalogue/bundle.ts';
import { CATALOGUE_LIMITS, type Manifest } from '../../../contract/catalogue/manifest.ts';

/** The catalogue that came with the program, trusted like its code. */
export interface Seed {
  readonly about: Pick<Manifest, 'catalogue' | 'version'>;
  /** Reads all of it: only where it is needed. */
  bundle(): Bundle;
}

/** @throws when the file cannot be read or its first line is no manifest: the program is not whole */
export function openSeed(file: string): Seed {
  const { catalogue, version } = JSON.parse(firstLine(file)) as Manifest;
  return { about: { catalogue, version }, bundle: () => readBundle(readFileSync(file, 'utf8')) };
}

const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

function firstLine(file: string): string {
  const fd = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; total <= CATALOGUE_LIMITS.manifestBytes; ) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const length = readSync(fd, chunk);
      const end = chunk.subarray(0, length).indexOf(LINE_FEED);
      chunks.push(chunk.subarray(0, end < 0 ? length : end));
      if (end >= 0 || length === 0) return Buffer.concat(chunks).toString('utf8');
      total += length;
    }
    throw new Error(`${file} is no catalogue`);
  } finally {
    closeSync(fd);
  }
}
