import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../contract/result.ts';
import { makePrivateDirectory, writePrivateFile } from '../store/private-files.ts';

const FILE = 'center.key';
/** What may stand in an `authorization` header after "Bearer " (RFC 6750, 2.1). */
const TOKEN = /^[A-Za-z0-9._~+/-]{16,512}=*$/;

/** Reads the bearer key that enrolment left in `<dataDir>/secrets`. */
export function readCenterKey(secretsDir: string): Result<string, 'notEnrolled' | 'damaged'> {
  const path = join(secretsDir, FILE);
  if (!existsSync(path)) return err('notEnrolled');
  const key = readFileSync(path, 'utf8').trim();
  return TOKEN.test(key) ? ok(key) : err('damaged');
}

/** Keeps the key of an enrolment (file 0600). Throws when it is no bearer token. */
export function writeCenterKey(secretsDir: string, key: string): void {
  if (!TOKEN.test(key)) throw new Error('not a bearer token');
  makePrivateDirectory(secretsDir);
  writePrivateFile(join(secretsDir, FILE), Buffer.from(`${key}\n`));
}
