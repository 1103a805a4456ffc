import type { z } from 'zod';
import { keyText, type ParsedJson, placeIssues } from '../../../main/core/json-issues.ts';
import { type Fault, shortValue } from '../reading/fault.ts';
import { expectedBy } from './expected.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong in a file, each at its line; one key is told once. */
export function issueFaults(file: string, json: ParsedJson, issues: readonly Issue[]): Fault[] {
  const told = new Set<string>();
  return placeIssues(json, issues.flatMap(meant)).flatMap(({ line, path, value, missing, unknownKey, issue }) => {
    const key = keyText(path);
    if (told.has(key)) return [];
    told.add(key);
    const shown = missing || value === undefined ? undefined : shortValue(value);
    const expected = expectedBy(issue);
    if (missing && !unknownKey) {
      const { en, zh } = expected;
      return [{ file, line, key, value: undefined, expected: { en: `missing: ${en}`, zh: `没有写，${zh}` } }];
    }
    return [{ file, line, key, value: shown, expected }];
  });
}

/**
 * A value that may have several forms fits none of them: what is wrong with the one that was meant. That is the form
 * whose keys are all there and which knows all keys that are.
 */
function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const close = issue.errors.filter((issues) => issues.every((inner) => inner.path.length > 0));
  const [best] = close.length > 0 ? close.toSorted((a, b) => missingIn(a) - missingIn(b)) : [];
  if (!best || missingIn(best) > 0) return [issue];
  return best.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }));
}

const missingIn = (issues: readonly Issue[]): number =>
  issues.filter((issue) => issue.path.length === 1 && /received undefined/.test(issue.message)).length;
