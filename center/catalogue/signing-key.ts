import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'catalogue-signing.pem';

/** The center's Ed25519 key pair. A kiosk learns the public half at its enrolment, never over the line that it protects. */
export interface SigningKey {
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Base64, over exactly the UTF-8 bytes of the text. */
  sign(text: string): string;
}

/** Reads the key of this center from `dataDir`, or makes one (file 0600). Throws when it is no Ed25519 key. */
export function signingKey(dataDir: string): SigningKey {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, FILE);
  const key = existsSync(file) ? createPrivateKey(readFileSync(file)) : makeKey(file);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`);
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** Complete or not at all: half a key would end every start of the center. */
function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    fsyncSync(draft);
  } finally {
    closeSync(draft);
  }
  renameSync(`${file}.new`, file);
  return privateKey;
}
