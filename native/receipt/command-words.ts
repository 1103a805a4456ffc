/** A command, or a run of text, as a technician reads it. Texts and codes are told by their length: they are somebody's. */
export interface CommandInWords {
  readonly text: string;
  /** The `n` of a DLE EOT. */
  readonly asks?: number;
}

const PREFIXES: Readonly<Record<number, string>> = { 16: 'DLE', 27: 'ESC', 28: 'FS', 29: 'GS' };

interface Wording {
  readonly says: string;
  /** Bytes behind its name. */
  readonly parameters: number;
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map(
  (
    [
      ['DLE 04', 'ask real-time status', 1],
      ['DLE 05', 'recover', 1],
      ['ESC 40', 'initialize', 0],
      ['ESC 33', 'line spacing, dots', 1],
      ['ESC 39', 'code of text', 1],
      ['ESC 45', 'emphasized', 1],
      ['ESC 4a', 'feed dots', 1],
      ['ESC 61', 'justify', 1],
      ['ESC 64', 'feed lines', 1],
      ['ESC 69', 'cut', 0],
      ['ESC 6d', 'cut, one point left', 0],
      ['FS 26', 'hanzi mode', 0],
      ['FS 53', 'hanzi spacing', 2],
      ['GS 21', 'character size', 1],
      ['GS 49', 'ask name', 1],
      ['GS 61', 'report changes', 1],
      ['GS e0', 'report changes of the full status', 1],
      ['GS 72', 'ask status behind all this', 1],
    ] as const
  ).map(([name, says, parameters]) => [name, { says, parameters }]),
);

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** Bytes to the device → commands in words. Every byte belongs to one of them; what is cut off at the end is told as it is. */
export function commandsInWords(bytes: Uint8Array): CommandInWords[] {
  const words: CommandInWords[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { length, ...word } = wordAt(bytes, at);
    words.push(word);
    at += Math.max(1, length);
  }
  return words;
}

function wordAt(bytes: Uint8Array, at: number): CommandInWords & { length: number } {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  const prefix = PREFIXES[first];
  if (prefix !== undefined) return commandAt(bytes, at, prefix, hex(second));
  if (first === 0x0a) return { text: 'LF', length: 1 };
  const length = runLength(bytes, at, first === 0 ? (value) => value === 0 : isText);
  if (first === 0) return { text: `NUL (${length})`, length };
  return isText(first) ? { text: `text (${length} bytes)`, length } : { text: `byte ${hex(first)}`, length: 1 };
}

function commandAt(bytes: Uint8Array, at: number, prefix: string, second: string): CommandInWords & { length: number } {
  const name = `${prefix} ${second}`;
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  if (name === 'GS 76') {
    const [widthBytes, rows] = [byte(4) + 256 * byte(5), byte(6) + 256 * byte(7)];
    return { text: `image ${widthBytes * 8}×${rows} (${widthBytes * rows} bytes)`, length: 8 + widthBytes * rows };
  }
  if (name === 'GS 28') {
    const length = byte(3) + 256 * byte(4);
    return { text: `QR code, function ${hex(byte(6))} (${length} bytes)`, length: 5 + length };
  }
  if (name === 'GS 56') {
    const feeds = byte(2) >= 0x41;
    return { text: `cut ${hex(byte(2))}`, length: feeds ? 4 : 3 };
  }
  const wording = WORDINGS.get(name);
  if (wording === undefined) return { text: `unknown ${name}`, length: 2 };
  const parameters = [...bytes.subarray(at + 2, at + 2 + wording.parameters)];
  const text = [`${wording.says}`, ...parameters].join(' ');
  return { text, length: 2 + wording.parameters, ...(name === 'DLE 04' && { asks: byte(2) }) };
}

const isText = (value: number): boolean => value >= 0x20;

function runLength(bytes: Uint8Array, from: number, belongs: (value: number) => boolean): number {
  let end = from;
  while (end < bytes.length && belongs(bytes[end] ?? 0)) end += 1;
  return end - from;
}
