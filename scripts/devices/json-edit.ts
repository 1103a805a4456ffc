import { createScanner, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/**
 * Puts one property into an object of a JSON text with comments: its value is replaced, or it stands last. Every other byte
 * stays, which jsonc-parser's own `modify` does not promise: it reformats the lines around and moves comments behind a value.
 * @param path to the object; the text is unchanged when there is none
 */
export function putProperty(text: string, path: readonly string[], key: string, value: unknown): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const object = root && (path.length === 0 ? root : findNodeAtLocation(root, [...path]));
  if (object?.type !== 'object') return text;
  const properties = object.children ?? [];
  const present = properties.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
  if (present) {
    const content = written(text, value, indentAt(text, present.offset));
    return text.slice(0, present.offset) + content + text.slice(present.offset + present.length);
  }
  return withLast(text, object, properties.at(-1), key, value);
}

function withLast(text: string, object: Node, last: Node | undefined, key: string, value: unknown): string {
  const close = object.offset + object.length - 1;
  const outer = indentAt(text, close);
  const indent = last && standsAlone(text, last) ? indentAt(text, last.offset) : outer + unitOf(text);
  const comma = last !== undefined && hasComma(text, last);
  const lastEnd = last ? last.offset + last.length : close;
  // What stands between the last property and the brace, comments above all, stays between them.
  const between = text.slice(lastEnd, close).trimEnd();
  const head = text.slice(0, lastEnd).trimEnd() + (last && !comma ? ',' : '') + between;
  const eol = eolOf(text);
  const entry = `${indent}${JSON.stringify(key)}: ${written(text, value, indent)}${comma ? ',' : ''}`;
  return `${head}${eol}${entry}${eol}${outer}${text.slice(close)}`;
}

function hasComma(text: string, property: Node): boolean {
  const scanner = createScanner(text, true);
  scanner.setPosition(property.offset + property.length);
  scanner.scan();
  return text[scanner.getTokenOffset()] === ',';
}

const written = (text: string, value: unknown, indent: string): string =>
  JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `${eolOf(text)}${indent}`);

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
const standsAlone = (text: string, { offset }: Node): boolean =>
  text.slice(lineStart(text, offset), offset).trim() === '';
/** One step of indentation as the text itself does it. */
const unitOf = (text: string): string => /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
