import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import { staffNumberSchema, staffRoleSchema } from '../../contract/staff-rows.ts';
import { plainText } from '../../contract/text.ts';
import { makePrivateDirectory, writePrivateFile } from '../store/private-files.ts';
import { pinHashSchema } from './sign-in/pin-hash.ts';

const OTHERS = 0o077;
/** A few hundred people; more is no list of ours. */
const LARGEST_BYTES = 1_000_000;

const instant = z.iso.datetime({ offset: true });

export const memberSchema = z.strictObject({
  number: staffNumberSchema,
  /** Shown on the staff's own page. */
  name: plainText(30),
  role: staffRoleSchema,
  pin: pinHashSchema,
  /** Keyed hash of the number on the identity card, hexadecimal: of use at this machine only. */
  card: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** A number that was given up stays here, so that nobody else gets it and old records stay true. */
  active: z.boolean(),
  /** Wrong tries before this moment are forgotten. */
  clearedAt: instant.optional(),
});
export type StaffMember = z.infer<typeof memberSchema>;

const distinct = (values: readonly (string | undefined)[]): boolean => {
  const given = values.filter((value) => value !== undefined);
  return new Set(given).size === given.length;
};

/** `<dataDir>/secrets/staff.json`. */
export const rosterSchema = z.strictObject({
  version: z.literal(1),
  people: z
    .array(memberSchema)
    .max(500)
    .refine((people) => distinct(people.map(({ number }) => number)), 'a number stands twice')
    .refine((people) => distinct(people.map(({ card }) => card)), 'a card stands twice'),
  /** The same as of a member, for numbers and cards that nobody has. */
  clearedAt: instant.optional(),
});
export type RosterContent = z.infer<typeof rosterSchema>;

export const EMPTY_ROSTER: RosterContent = { version: 1, people: [] };

/** Why it cannot be used: it is not there, others may read or change it, it is not what it should be, the disk refuses. */
export type RosterFault = 'missing' | 'openToOthers' | 'damaged' | 'unreadable';

export const rosterPath = (dataDir: string): string => join(dataDir, 'secrets', 'staff.json');

/** Reads and checks the whole list. Never rejects. */
export async function readRosterFile(path: string): Promise<Result<RosterContent, RosterFault>> {
  let text: string;
  try {
    const { mode, size } = await stat(path);
    if ((mode & OTHERS) !== 0) return err('openToOthers');
    if (size > LARGEST_BYTES) return err('damaged');
    text = await readFile(path, 'utf8');
  } catch (error) {
    return err(error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable');
  }
  const parsed = rosterSchema.safeParse(parsedJson(text));
  return parsed.success ? ok(parsed.data) : err('damaged');
}

/** `undefined`, which no schema takes, where it is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Puts a whole new list in the place of the old one, mode 0600. Throws when the disk refuses; the old one then stays. */
export function writeRosterFile(dataDir: string, content: RosterContent): void {
  makePrivateDirectory(join(dataDir, 'secrets'));
  writePrivateFile(rosterPath(dataDir), Buffer.from(`${JSON.stringify(rosterSchema.parse(content), null, 2)}\n`));
}
