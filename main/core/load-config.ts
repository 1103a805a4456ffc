import { readFileSync } from 'node:fs';
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { type KioskConfig, kioskConfigSchema } from '../../contract/config.ts';

/** The configuration is wrong. The start stops; the message names file, line, key and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The node that an issue is about; for a key that is absent, the object in which it is missing. */
function nodeOf(root: Node, path: readonly PropertyKey[]): Node {
  const keys = path.map((key) => (typeof key === 'number' ? key : String(key)));
  for (let length = keys.length; length > 0; length--) {
    const node = findNodeAtLocation(root, keys.slice(0, length));
    if (node) return node;
  }
  return root;
}

function sentencesFor(file: string, text: string, root: Node, issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [sentenceFor(file, text, root, issue)];
  return issue.keys.map((key) => sentenceFor(file, text, root, issue, key));
}

function sentenceFor(file: string, text: string, root: Node, issue: z.core.$ZodIssue, unknownKey?: string): string {
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const node = nodeOf(root, path);
  const key = path.map(String).join('.') || '(the file)';
  const value = node.type === 'object' || node.type === 'array' ? '' : ` is ${JSON.stringify(node.value)}`;
  const expected = unknownKey === undefined ? issue.message : 'no such key';
  return `${file}:${lineOf(text, node.offset)}: ${key}${value}: ${expected}`;
}

/**
 * Reads `kiosk.json` (comments allowed) and checks it against the schema.
 * @throws ConfigError
 */
export function loadConfig(file: string): KioskConfig {
  let text: string;
  try {
    // Some editors write a byte order mark before the text.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!root || first) {
    const what = first ? `${printParseErrorCode(first.error)} in JSON` : 'the file is empty';
    throw new ConfigError(`${file}:${lineOf(text, first?.offset ?? 0)}: ${what}`);
  }
  const parsed = kioskConfigSchema.safeParse(toValue(root));
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.flatMap((issue) => sentencesFor(file, text, root, issue)).join('\n'));
}

/** The value of a syntax tree; keys such as `__proto__` stay plain keys and are then refused by the schema. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key && value ? [[String(key.value), toValue(value)]] : [];
    }),
  );
}
