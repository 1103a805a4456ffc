import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';

/** A JSON text that could be read, with the tree that knows where everything stands. */
export interface ParsedJson {
  readonly text: string;
  readonly root: Node;
  readonly value: unknown;
}

/** Where in a text, both counted from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A place where a text is not JSON. */
export interface JsonBreak extends Spot {
  readonly what: string;
}

/** What a schema found wrong, at its place in the text. */
export interface PlacedIssue extends Spot {
  /** With the unknown key, if that is what is wrong. */
  readonly path: readonly PropertyKey[];
  /** The value that stands there, if it is a plain one. */
  readonly value: string | number | boolean | null | undefined;
  /** The key is not there; line and column are those of the object that lacks it. */
  readonly missing: boolean;
  readonly unknownKey: boolean;
  readonly issue: z.core.$ZodIssue;
}

/** Deeper than any file of ours, and not so deep that reading it would fill the stack. */
const DEEPEST = 64;

export function spotOf(text: string, offset: number): Spot {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** `machine.form.0.label`; the file itself is `(the file)`. */
export const keyText = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '(the file)';

/** Reads a text; a byte order mark before it, which some editors write, is allowed. All breaks are told, the first first. */
export function parseJson(
  withMark: string,
  allow: { readonly comments: boolean; readonly trailingComma: boolean },
): Result<ParsedJson, readonly JsonBreak[]> {
  const text = withMark.replace(/^\uFEFF/, '');
  if (text.trim() === '') return err([{ line: 1, column: 1, what: 'the file is empty' }]);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return err([{ ...spotOf(text, deep), what: `more than ${DEEPEST} levels deep` }]);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: allow.trailingComma, disallowComments: !allow.comments });
  if (!root || errors.length > 0) {
    const breaks = errors.map(({ error, offset }) => ({ offset, what: `${printParseErrorCode(error)} in JSON` }));
    return err(breaks.map(({ offset, what }) => ({ ...spotOf(text, offset), what })));
  }
  return ok({ text, root, value: toValue(root) });
}

/** Every issue at its place; several unknown keys of one object are several issues. */
export const placeIssues = (json: ParsedJson, issues: readonly z.core.$ZodIssue[]): PlacedIssue[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => place(json, [...issue.path, key], issue, true))
      : [place(json, issue.path, issue, false)],
  );

function place(json: ParsedJson, path: readonly PropertyKey[], issue: z.core.$ZodIssue, unknownKey: boolean) {
  return { path, issue, unknownKey, ...lookUp(json, path) };
}

/** What stands at a path; for a key that is absent, the object in which it is missing. */
export function lookUp(
  { text, root }: ParsedJson,
  path: readonly PropertyKey[],
): Pick<PlacedIssue, 'line' | 'column' | 'value' | 'missing'> {
  const keys = path.map((key) => (typeof key === 'number' ? key : String(key)));
  for (let length = keys.length; length > 0; length--) {
    const node = findNodeAtLocation(root, keys.slice(0, length));
    if (node) return { ...spotOf(text, node.offset), value: plainValue(node), missing: length < keys.length };
  }
  return { ...spotOf(text, root.offset), value: plainValue(root), missing: keys.length > 0 };
}

const plainValue = (node: Node): PlacedIssue['value'] =>
  node.type === 'object' || node.type === 'array' ? undefined : node.value;

/** Where the text opens its first bracket too many. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > DEEPEST) return at;
    } else if (character === '}' || character === ']') depth--;
  }
  return undefined;
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
