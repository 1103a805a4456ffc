import { generateKeyPairSync } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../store/test-store.ts';
import { readCatalogueKey, writeCatalogueKey } from './catalogue-key.ts';

const ed25519 = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const rsa = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

test('the key of an enrolment is kept for the machine alone', () => {
  const secrets = join(temporaryDirectory(), 'secrets');
  expect(readCatalogueKey(secrets)).toEqual({ ok: false, error: 'notEnrolled' });
  writeCatalogueKey(secrets, ed25519.publicKey);
  expect(readCatalogueKey(secrets)).toEqual({ ok: true, value: ed25519.publicKey });
  expect(statSync(join(secrets, 'catalogue.pem')).mode & 0o777).toBe(0o600);
});

test.each([
  ['a private key', ed25519.privateKey],
  ['a key of another kind', rsa.publicKey],
  ['half a key', ed25519.publicKey.slice(0, 60)],
  ['nothing', ''],
])('%s is neither written nor believed', (_what, pem) => {
  const secrets = join(temporaryDirectory(), 'secrets');
  expect(() => writeCatalogueKey(secrets, pem)).toThrow('not an Ed25519 public key');
  writeCatalogueKey(secrets, ed25519.publicKey);
  writeFileSync(join(secrets, 'catalogue.pem'), pem);
  expect(readCatalogueKey(secrets)).toEqual({ ok: false, error: 'damaged' });
});
