import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;
const STICKY = 0o1000;
const OTHERS = 0o077;

/** Makes a directory's entries survive a power cut: POSIX promises that only after the directory itself is synced. */
export function syncDirectory(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Not `recursive`: that one turns for ever where the system answers ENOENT below a directory that exists, as /proc does. */
function makeDirectories(path: string): void {
  if (existsSync(path)) return;
  makeDirectories(dirname(path));
  mkdirSync(path, { mode: PRIVATE_DIRECTORY });
  syncDirectory(dirname(path));
}

/** Creates the directory, or closes an existing one to everybody else (a shared, sticky one such as /tmp is left alone). */
export function makePrivateDirectory(path: string): void {
  makeDirectories(path);
  const { mode } = statSync(path);
  if ((mode & OTHERS) !== 0 && (mode & STICKY) === 0) chmodSync(path, PRIVATE_DIRECTORY);
}

/** Creates an empty file with mode 0600, or gives an existing one that mode. SQLite's -wal and -shm take it over. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', PRIVATE_FILE));
  chmodSync(path, PRIVATE_FILE);
  syncDirectory(dirname(path));
}

/** Writes a whole private file: after a power cut it is there complete, or not at all. */
export function writePrivateFile(path: string, content: Uint8Array): void {
  const draft = `${path}.new`;
  const fd = openSync(draft, 'w', PRIVATE_FILE);
  try {
    writeSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, path);
  syncDirectory(dirname(path));
}
