import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Bilingual } from '../../../contract/text.ts';
import { type ParsedJson, parseJson, spotOf } from '../../../main/core/json-issues.ts';
import { breakWords } from '../checking/break-words.ts';
import { issueFaults } from '../checking/issue-faults.ts';
import type { Fault, Report } from './fault.ts';

/** No file that a person writes is larger; what is larger is not looked into. */
const LARGEST_BYTES = 1024 * 1024;
const MOST_BREAKS = 20;

/** Reads a file of the catalogue: bounded, UTF-8, strict JSON. All that is wrong is told. */
export function readJson(file: string): Result<ParsedJson, readonly Fault[]> {
  const text = readText(file);
  if (!text.ok) return err([text.error]);
  const json = parseJson(text.value, { comments: false, trailingComma: false });
  if (json.ok) return json;
  // At the end of a file that was cut short the parser says the same once for every bracket that is open.
  const breaks = json.error.filter(
    ({ line, column, what }, index, all) =>
      index === all.findIndex((other) => other.line === line && other.column === column && other.what === what),
  );
  return err(
    breaks.slice(0, MOST_BREAKS).map(({ line, column, what }) => {
      return { file, line, column, key: '(the file)', value: undefined, expected: breakWords(what) };
    }),
  );
}

/** Reads a file as text: an ordinary one, not too large, and UTF-8. */
export function readText(file: string): Result<string, Fault> {
  const fault = (en: string, zh: string, line = 1): Result<never, Fault> =>
    err({ file, line, key: '(the file)', value: undefined, expected: { en, zh } });
  let bytes: Buffer;
  try {
    const about = statSync(file);
    if (!about.isFile()) return fault('expected a file', '应当是一个文件');
    if (about.size > LARGEST_BYTES) {
      return fault(
        `${about.size} bytes: expected at most ${LARGEST_BYTES}`,
        `文件有 ${about.size} 字节，太大了，不能超过 ${LARGEST_BYTES} 字节`,
      );
    }
    bytes = readFileSync(file);
  } catch (error) {
    const { zh, en } = cannotRead(error);
    return fault(en, zh);
  }
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return ok(text.replace(/^\uFEFF/, ''));
  const { line } = spotOf(text, Math.max(0, text.indexOf('\uFFFD')));
  return fault('expected UTF-8 text', '文字编码不对，请另存为 UTF-8', line);
}

function cannotRead(error: unknown): Bilingual {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  if (code === 'ENOENT') return { en: 'there is no such file', zh: '没有这个文件' };
  return { en: `cannot be read (${code})`, zh: `读不了这个文件（${code}）` };
}

/** Reads a JSON file and checks it; undefined after its faults were reported. */
export function readChecked<T>(
  file: string,
  schema: z.ZodType<T>,
  report: Report,
): { readonly value: T; readonly json: ParsedJson } | undefined {
  const json = readJson(file);
  if (!json.ok) {
    json.error.forEach(report);
    return undefined;
  }
  const checked = schema.safeParse(json.value.value);
  if (checked.success) return { value: checked.data, json: json.value };
  issueFaults(file, json.value, checked.error.issues).forEach(report);
  return undefined;
}
