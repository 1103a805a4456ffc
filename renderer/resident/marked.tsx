import type { ReactElement, ReactNode } from 'react';
import type { SearchHit } from '../../contract/tiles.ts';

/**
 * A name with the found parts marked.
 * @param ranges UTF-16 offsets, end excluded; what lies outside of the text or overlaps is left out
 */
export function markedParts(
  text: string,
  ranges: SearchHit['matched']['ranges'],
): { readonly text: string; readonly marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    const start = Math.max(from, at);
    const end = Math.min(to, text.length);
    if (start >= end) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

export function Marked({ text, ranges }: Pick<SearchHit['matched'], 'text' | 'ranges'>): ReactElement {
  let at = 0;
  const drawn: ReactNode[] = [];
  for (const part of markedParts(text, ranges)) {
    drawn.push(part.marked ? <mark key={at}>{part.text}</mark> : part.text);
    at += part.text.length;
  }
  return <>{drawn}</>;
}
