import { z } from 'zod';
import { digestOf } from '../../../contract/catalogue/bundle.ts';
import { ENTRY_SCHEMAS } from '../../../contract/catalogue/entries.ts';
import { spellEntry } from './spelled-names.ts';

/** Characters with several readings, letters, digits and marks: what a change of the spelling would change. */
const PROBE = { says: ['重庆银行（上海）', '音乐行走 A1-b2', '医保长期护理，参保率'] };

/**
 * Names the rules by which this program checks and spells entries. Stored entries are trusted only when they were checked
 * by the same ones: a program update may have other rules. Rules in code (`refine`) are not part of it.
 */
export function checkedAs(): string {
  stamp ??= makeStamp();
  return stamp;
}

let stamp: string | undefined;

function makeStamp(): string {
  const schemas = Object.values(ENTRY_SCHEMAS).map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return digestOf(JSON.stringify([schemas, spellEntry('phrase', PROBE)]));
}
