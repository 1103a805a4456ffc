import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Suggestion } from '../../native/discovery/suggestion.ts';
import { putProperty } from './json-edit.ts';

export interface Written {
  readonly added: readonly string[];
  /** There already: the same driver at the same port, perhaps with more than a scan can know. */
  readonly kept: readonly string[];
  /** There already, and another device. */
  readonly refused: readonly string[];
}

const fileSchema = z.looseObject({ devices: z.record(z.string(), z.unknown()).optional() });

/**
 * Puts entries under `devices` of a `kiosk.json` and changes nothing else in it, comments included; keeps the file as it was
 * under `FILE.before`. An entry that is there stays unless `replace`. The error is a sentence; then nothing was written.
 */
export async function writeDevices(
  file: string,
  devices: Suggestion['devices'],
  replace: boolean,
): Promise<Result<Written, string>> {
  const text = await contentOf(file);
  if (!text.ok) return text;
  const present = devicesIn(text.value);
  if (!present.ok) return err(`${file}: ${present.error}`);
  const written = sort(devices, present.value.devices, replace);
  if (written.added.length === 0) return ok(written);
  let changed = present.value.given ? text.value : putProperty(text.value, [], 'devices', {});
  for (const [place, entry] of Object.entries(devices)) {
    if (written.added.includes(place)) changed = putProperty(changed, ['devices'], place, entry);
  }
  const after = devicesIn(changed);
  if (!after.ok) return err(`${file}: cannot be changed where its text is (${after.error})`);
  const check = devicesConfigSchema.safeParse(after.value.devices);
  if (!check.success)
    return err(`${file}: what else stands under "devices" is not valid:\n${z.prettifyError(check.error)}`);
  // Renamed into place: a power cut leaves the old file or the new one.
  await copyFile(file, `${file}.before`);
  await writeFile(`${file}.new`, changed);
  await rename(`${file}.new`, file);
  return ok(written);
}

function sort(devices: Suggestion['devices'], present: Readonly<Record<string, unknown>>, replace: boolean): Written {
  const added: string[] = [];
  const kept: string[] = [];
  const refused: string[] = [];
  for (const [place, entry] of Object.entries(devices)) {
    const before = present[place];
    const same = isDeepStrictEqual(before, entry);
    if (before === undefined || (replace && !same)) added.push(place);
    else if (same || isSameDevice(place, before, entry)) kept.push(place);
    else refused.push(place);
  }
  return { added, kept, refused };
}

/** What says which device is meant; the rest of an entry says how it is used. */
const IDENTITY = ['driver', 'transport', 'uri', 'ups', 'reader'] as const;
const entrySchema = z.looseObject({ driver: z.string() });

/** With what is a default filled in; undefined: no valid entry, or one without a driver. */
function normal(place: string, entry: unknown): Readonly<Record<string, unknown>> | undefined {
  const parsed = devicesConfigSchema.safeParse({ [place]: entry });
  const known: unknown = parsed.success ? Object.values(parsed.data)[0] : undefined;
  return entrySchema.safeParse(known).data;
}

function isSameDevice(place: string, before: unknown, after: unknown): boolean {
  const [first, second] = [normal(place, before), normal(place, after)];
  return (
    first !== undefined && second !== undefined && IDENTITY.every((key) => isDeepStrictEqual(first[key], second[key]))
  );
}

interface Present {
  /** The file has the key. */
  readonly given: boolean;
  readonly devices: Readonly<Record<string, unknown>>;
}

function devicesIn(text: string): Result<Present, string> {
  const errors: ParseError[] = [];
  const content: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) return err(`line ${text.slice(0, first.offset).split('\n').length}: ${printParseErrorCode(first.error)}`);
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) return err('an object with "devices" was expected');
  const { devices } = parsed.data;
  return ok({ given: devices !== undefined, devices: devices ?? {} });
}

async function contentOf(file: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return err(`${file} cannot be read (${error.code})`);
    throw error;
  }
}
