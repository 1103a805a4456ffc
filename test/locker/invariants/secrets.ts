import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { CANARIES } from '../world/people.ts';
import { qrDigits } from '../world/proofs.ts';
import type { Rig } from '../world/rig.ts';

const CHUNK_BYTES = 1 << 20;
/** Around a hit, enough to see what it is part of. */
const AROUND_BYTES = 40;
/** Longest of what is looked for, so that nothing hides between two chunks. */
const OVERLAP_BYTES = 64;
/** It has a salt that changes when the log is begun anew. */
const WAL_HEAD_BYTES = 32;

/** Digits that belong to something harmless: an id, a case number, a time. Only whole ones are taken away. */
const HARMLESS =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|3101202026\d{5}|\d{4}-\d\d-\d\dT[\d:.]+|310120-0042/g;

/** What was searched of a file already: up to where, and what tells that it was begun anew. */
interface Searched {
  readonly upTo: number;
  readonly stamp: string;
}
const searched = new WeakMap<Rig, Map<string, Searched>>();

/**
 * Names, numbers and codes that can be read in the database file or its log of changes. The log only grows until its head says that
 * it was begun anew; what was searched of it once is not searched again.
 */
export function readableOnDisk(rig: Rig): readonly string[] {
  const path = rig.machine()?.path;
  if (path === undefined) return [];
  const codes = rig.journal.codes().flatMap(({ code, qr }) => [code, qr, qrDigits(qr)]);
  const words = [...CANARIES, ...new Set(codes)];
  const known = searched.get(rig) ?? new Map<string, Searched>();
  searched.set(rig, known);
  return [path, `${path}-wal`].flatMap((file) => (existsSync(file) ? search(file, words, known) : []));
}

function search(file: string, words: readonly string[], known: Map<string, Searched>): readonly string[] {
  const found = new Set<string>();
  const handle = openSync(file, 'r');
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const head = Buffer.alloc(WAL_HEAD_BYTES);
    readSync(handle, head, 0, head.length, 0);
    const isLog = file.endsWith('-wal');
    const stamp = isLog ? head.toString('hex') : String(mtimeMs);
    const before = known.get(file);
    const upTo = before?.stamp === stamp && before.upTo <= size ? before.upTo : 0;
    known.set(file, { upTo: size, stamp });
    for (let from = Math.max(0, upTo - OVERLAP_BYTES); from < size && upTo < size; from += CHUNK_BYTES) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES + OVERLAP_BYTES, size - from));
      readSync(handle, chunk, 0, chunk.length, from);
      for (const word of words)
        if (isIn(chunk, word)) found.add(`${word.length} characters that are secret, in the file`);
    }
  } finally {
    closeSync(handle);
  }
  return [...found];
}

function isIn(chunk: Buffer, word: string): boolean {
  for (let at = chunk.indexOf(word); at !== -1; at = chunk.indexOf(word, at + 1)) {
    const around = chunk.subarray(Math.max(0, at - AROUND_BYTES), at + word.length + AROUND_BYTES).toString('latin1');
    if (!/^\d+$/.test(word) || around.replace(HARMLESS, '#').includes(word)) return true;
  }
  return false;
}

/** The same in what was logged. */
export function readableInLog(rig: Rig): readonly string[] {
  const codes = new Set(rig.journal.codes().flatMap(({ code, qr }) => [code, qr]));
  return rig.logged
    .filter(({ fields }) =>
      Object.values(fields).some((value) => {
        // A number is a count or a duration, and may be any.
        const text = typeof value === 'number' ? '' : String(value);
        return codes.has(text) || CANARIES.some((canary) => text.includes(canary));
      }),
    )
    .map(({ id }) => `the log entry ${id} says what is secret`);
}
