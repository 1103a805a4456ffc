import { createPublicKey, verify } from 'node:crypto';
import { checkManifest } from '../../../contract/catalogue/check-entries.ts';
import {
  CATALOGUE_LIMITS,
  type CatalogueAnswer,
  type CatalogueRefusal,
  catalogueAnswerSchema,
  type Manifest,
  type RefusedCatalogue,
} from '../../../contract/catalogue/manifest.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { parseJson } from '../../sync/http.ts';

/** What a version has to fit before its entries are looked at. */
export interface Expected {
  /** The catalogue of this machine. */
  readonly catalogue: string;
  /** The center's Ed25519 key, PEM; undefined: enrolment left none, or none that can be read. */
  readonly publicKey: string | undefined;
  /** The version in use. */
  readonly inUse: number;
  readonly rejected: readonly number[];
}

const refuse = (reason: CatalogueRefusal, detail: string, version?: number): Result<never, RefusedCatalogue> =>
  err({ reason, detail, ...(version !== undefined && { version }) });

/** Reads the bytes that came for `GET /v1/catalogue`: bounded before they are parsed, nothing in them believed yet. */
export function readAnswer(bytes: Uint8Array): Result<CatalogueAnswer, RefusedCatalogue> {
  if (bytes.length > CATALOGUE_LIMITS.deltaBytes) return refuse('tooLarge', 'the answer');
  const parsed = catalogueAnswerSchema.safeParse(parseJson(bytes));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'too_big') return refuse('tooLarge', where);
  return refuse('badManifest', `the answer${where === '' ? ' is cut off or something else' : `: ${where}`}`);
}

/** Whether a version may come in at all: signature, shape, name, number. In this order: what is unsigned is not parsed. */
export function admit(
  { manifest: text, signature }: Extract<CatalogueAnswer, { outcome: 'changed' }>,
  { publicKey, catalogue, inUse, rejected }: Expected,
): Result<Manifest, RefusedCatalogue> {
  if (Buffer.byteLength(text) > CATALOGUE_LIMITS.manifestBytes) return refuse('tooLarge', 'the manifest');
  if (publicKey === undefined) return refuse('noKey', '');
  if (!isSignedBy(publicKey, text, signature)) return refuse('badSignature', '');
  if (entryCount(text) > CATALOGUE_LIMITS.entries) return refuse('tooLarge', 'the number of entries');
  const manifest = checkManifest(text);
  if (!manifest.ok) return manifest;
  const { version } = manifest.value;
  if (manifest.value.catalogue !== catalogue) return refuse('foreign', manifest.value.catalogue, version);
  if (version <= inUse) return refuse('older', `version ${inUse} is in use`, version);
  if (rejected.includes(version)) return refuse('rejected', '', version);
  return manifest;
}

function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey(publicKey);
  // Any other kind of key would choose another algorithm by itself.
  if (key.asymmetricKeyType !== 'ed25519') return false;
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/** Looked at before the schema: that one makes an issue for each of a million wrong entries. */
function entryCount(text: string): number {
  const manifest = parseJson(Buffer.from(text));
  if (typeof manifest !== 'object' || manifest === null || !('entries' in manifest)) return 0;
  return Array.isArray(manifest.entries) ? manifest.entries.length : 0;
}
