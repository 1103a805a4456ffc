import { readFileSync } from 'node:fs';
import { type KioskConfig, kioskConfigSchema } from '../../contract/config.ts';
import { keyText, type PlacedIssue, parseJson, placeIssues } from './json-issues.ts';

/** The configuration is wrong. The start stops; the message names file, line, key and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function sentenceFor(file: string, { line, path, value, missing, unknownKey, issue }: PlacedIssue): string {
  const is = missing || value === undefined ? '' : ` is ${JSON.stringify(value)}`;
  return `${file}:${line}: ${keyText(path)}${is}: ${unknownKey ? 'no such key' : issue.message}`;
}

/**
 * Reads `kiosk.json` (comments allowed) and checks it against the schema.
 * @throws ConfigError
 */
export function loadConfig(file: string): KioskConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const json = parseJson(text, { comments: true, trailingComma: true });
  if (!json.ok) {
    const [first] = json.error;
    throw new ConfigError(`${file}:${first?.line ?? 1}: ${first?.what}`);
  }
  const parsed = kioskConfigSchema.safeParse(json.value.value);
  if (parsed.success) return parsed.data;
  const issues = placeIssues(json.value, parsed.error.issues);
  throw new ConfigError(issues.map((issue) => sentenceFor(file, issue)).join('\n'));
}
