import { z } from 'zod';
import { entryKindSchema } from './entries.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bounds that every catalogue has to keep; beyond them it is refused before it is looked into. */
export const CATALOGUE_LIMITS = {
  entries: 20_000,
  entryBytes: 64 * 1024,
  /** Of one answer of the center. */
  deltaBytes: 64 * 1024 * 1024,
  manifestBytes: 8 * 1024 * 1024,
  /** UTF-16 units of all names by which items are found, more than ten times what 1,700 items have: the search holds them all. */
  searchedText: 600_000,
} as const;

export const manifestEntrySchema = z.strictObject({
  kind: entryKindSchema,
  /** Unique among its kind: an item's code, a department's id. */
  id: z.string().min(1).max(40),
  /** SHA-256 of the entry's bytes, UTF-8. */
  digest: sha256,
});
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

export const catalogueNameSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/**
 * What one version of a catalogue consists of. Signed as a whole (Ed25519 over exactly these bytes), so that no entry can
 * be added, left out, changed or taken from another version.
 */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** Which catalogue: a kiosk takes its own only. */
  catalogue: catalogueNameSchema,
  /** Rises with every publication; an older one is refused. */
  version: z.number().int().min(1).max(2_147_483_647),
  publishedAt: z.iso.datetime({ offset: true }),
  /** Said on the page and on paper: this catalogue is not the real one. */
  sample: z.boolean(),
  entries: z.array(manifestEntrySchema).min(1).max(CATALOGUE_LIMITS.entries),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `GET /v1/catalogue?since=N`: the newest manifest, and the entries that version N has not. */
export const catalogueAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('unchanged'), version: z.number().int() }),
  z.strictObject({
    outcome: z.literal('changed'),
    /** The manifest's exact bytes, as text: what is signed. */
    manifest: z.string().max(CATALOGUE_LIMITS.manifestBytes),
    /** Ed25519, base64. */
    signature: z.string().max(200),
    /** Entries by digest, as exact text: what is digested. */
    entries: z.record(sha256, z.string().max(CATALOGUE_LIMITS.entryBytes)),
  }),
]);
export type CatalogueAnswer = z.infer<typeof catalogueAnswerSchema>;

/** Why a catalogue is refused: a closed set, with a sentence for the technician each. */
export const CATALOGUE_REFUSALS = {
  badSignature: 'the signature is not by the center that this machine was enrolled with',
  badManifest: 'the manifest is not what it should be',
  foreign: 'it is another catalogue, not the one of this machine',
  older: 'it is older than, or as old as, the one in use',
  rejected: 'this version was rolled back on this machine and is not taken again',
  missing: 'an entry that the manifest names did not come and is not here',
  badDigest: 'an entry is not the one that was signed',
  badEntry: 'an entry does not fit its schema',
  badReference: 'an entry names another one that is not there',
  tooLarge: 'it is larger than a catalogue may be',
  noKey: 'this machine has no key of the center to check it with',
  storeFailed: 'the database did not take it',
} as const;
export type CatalogueRefusal = keyof typeof CATALOGUE_REFUSALS;
export const catalogueRefusalSchema = z.enum(
  Object.keys(CATALOGUE_REFUSALS) as [CatalogueRefusal, ...CatalogueRefusal[]],
);

/** A refusal with its place: `item/310014000101: machine.form.0.label`. Never personal. */
export interface RefusedCatalogue {
  readonly reason: CatalogueRefusal;
  readonly version?: number | undefined;
  readonly detail: string;
}
