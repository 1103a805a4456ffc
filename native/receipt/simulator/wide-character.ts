export type TextCode = 'gb18030' | 'utf8';

// The decoders of the runtime, not the library that the encoder uses.
const DECODERS: Readonly<Record<TextCode, TextDecoder>> = {
  gb18030: new TextDecoder('gb18030'),
  utf8: new TextDecoder('utf-8'),
};

/** How many bytes a character has by its first one. */
const lengthOf = (first: number, code: TextCode): number => {
  if (code === 'gb18030') return 2;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
};

/** Reads one character of several bytes whose first is known. */
export async function wideCharacter(first: number, code: TextCode, nextByte: () => Promise<number>): Promise<string> {
  const bytes = [first];
  while (bytes.length < lengthOf(first, code)) bytes.push(await nextByte());
  return DECODERS[code].decode(Uint8Array.from(bytes));
}
