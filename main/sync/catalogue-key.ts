import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../contract/result.ts';
import { makePrivateDirectory, writePrivateFile } from '../store/private-files.ts';

const FILE = 'catalogue.pem';

/** The key that enrolment left in `<dataDir>/secrets`: with it the center signs catalogues. PEM of an Ed25519 public key. */
export function readCatalogueKey(secretsDir: string): Result<string, 'notEnrolled' | 'damaged'> {
  const path = join(secretsDir, FILE);
  if (!existsSync(path)) return err('notEnrolled');
  const pem = readFileSync(path, 'utf8');
  return isEd25519(pem) ? ok(pem) : err('damaged');
}

/** Keeps the key of an enrolment (file 0600: nobody but the machine may put another in its place). */
export function writeCatalogueKey(secretsDir: string, pem: string): void {
  if (!isEd25519(pem)) throw new Error('not an Ed25519 public key');
  makePrivateDirectory(secretsDir);
  writePrivateFile(join(secretsDir, FILE), Buffer.from(pem));
}

function isEd25519(pem: string): boolean {
  // A private key would be taken, too: its public half can be computed.
  if (!pem.includes('BEGIN PUBLIC KEY')) return false;
  try {
    return createPublicKey(pem).asymmetricKeyType === 'ed25519';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
