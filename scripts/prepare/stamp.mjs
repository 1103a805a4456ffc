import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** @typedef {{ quick: string, content: string }} Stamp */

/** @param {string} name */
const stampFile = (name) => path.join(ROOT, 'dist/.stamps', `${name}.json`);

/**
 * Whether the sources are those of the last build. Sizes and times answer in a few milliseconds; only when they differ
 * are the contents read, so that a checkout which merely touches files builds nothing.
 * @param {string} name
 * @param {readonly string[]} sources
 */
export function isFresh(name, sources) {
  if (!existsSync(stampFile(name))) return false;
  /** @type {Stamp} */
  const stamp = JSON.parse(readFileSync(stampFile(name), 'utf8'));
  const files = listFiles(sources);
  if (stamp.quick === quickHash(files)) return true;
  if (stamp.content !== contentHash(files)) return false;
  stampFresh(name, sources);
  return true;
}

/**
 * Notes that the sources as they are now have been built.
 * @param {string} name
 * @param {readonly string[]} sources
 */
export function stampFresh(name, sources) {
  const files = listFiles(sources);
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), JSON.stringify({ quick: quickHash(files), content: contentHash(files) }));
}

/** @param {readonly string[]} sources */
function listFiles(sources) {
  return sources
    .map((source) => path.join(ROOT, source))
    .filter((source) => existsSync(source))
    .flatMap((source) =>
      statSync(source).isDirectory()
        ? readdirSync(source, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.join(entry.parentPath, entry.name))
        : [source],
    )
    .sort();
}

/** @param {readonly string[]} files */
function quickHash(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\0`);
  }
  return hash.digest('hex');
}

/** @param {readonly string[]} files */
function contentHash(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
