import iconv from 'iconv-lite';

/**
 * The 24 characters that the 2005 edition of GB 18030 kept in the private use area. The 2022 edition moves the first 18 (both
 * the two-byte and the four-byte position change: 36 mappings) and gives up the private form of the last six: 42 in all that
 * iconv-lite, whose table is that of 2005, has otherwise.
 */
export const MOVED_IN_2022: readonly (readonly [privateUse: number, character: number])[] = [
  [0xe78d, 0xfe10],
  [0xe78e, 0xfe12],
  [0xe78f, 0xfe11],
  [0xe790, 0xfe13],
  [0xe791, 0xfe14],
  [0xe792, 0xfe15],
  [0xe793, 0xfe16],
  [0xe794, 0xfe17],
  [0xe795, 0xfe18],
  [0xe796, 0xfe19],
  [0xe81e, 0x9fb4],
  [0xe826, 0x9fb5],
  [0xe82b, 0x9fb6],
  [0xe82c, 0x9fb7],
  [0xe832, 0x9fb8],
  [0xe843, 0x9fb9],
  [0xe854, 0x9fba],
  [0xe864, 0x9fbb],
  [0xe816, 0x20087],
  [0xe817, 0x20089],
  [0xe818, 0x200cc],
  [0xe831, 0x215d7],
  [0xe83b, 0x2298f],
  [0xe855, 0x241fe],
];
const PRIVATE_FORMS: ReadonlyMap<string, string> = new Map(
  MOVED_IN_2022.map(([from, to]) => [String.fromCodePoint(from), String.fromCodePoint(to)]),
);

/**
 * Text that may stand on a receipt: no control or format characters (ESC, GS, CR, bidi overrides, lone surrogates are dropped
 * or replaced), every space an ordinary one but the ideographic, private forms of hanzi as their characters.
 */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/(?!\u3000)\p{Zs}/gu, ' ')
    .replace(/\p{Co}/gu, (character) => PRIVATE_FORMS.get(character) ?? character);
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });
/** Nothing in here joins with its neighbour, so the segmenter need not be asked: it takes most of the time of a receipt. */
const EACH_BY_ITSELF = /^[ -~\u2014-\u2026\u2500-\u257f\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;

/** What a reader sees as one character: a base with its marks, a variation sequence. */
export function graphemes(text: string): string[] {
  if (EACH_BY_ITSELF.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Columns of 12 dots that a grapheme takes: one for ASCII, two for all else, as in the printer's own font. */
export const columnsOf = (grapheme: string): 1 | 2 => (/^[ -~]$/.test(grapheme) ? 1 : 2);

export const columnsOfText = (text: string): number =>
  graphemes(text).reduce((sum, grapheme) => sum + columnsOf(grapheme), 0);

/**
 * Whether the printer's own font cannot be relied on for some character: it is neither ASCII nor a two-byte character on which
 * GBK and GB 18030 agree. Four-byte forms print as garbage on most printers; the rows that GB 18030 added to GBK (FE50–FEA0,
 * where 䶮 is) are often empty.
 */
export function isRare(text: string): boolean {
  const joined = !EACH_BY_ITSELF.test(text) && graphemes(text).some((grapheme) => [...grapheme].length > 1);
  return joined || !iconv.encode(text, 'gb18030').equals(iconv.encode(text, 'cp936'));
}

/** GB18030 bytes of text that is printable and holds no rare character; anything else is a bug of the caller. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = iconv.encode(text, 'gb18030');
  if (bytes.some((value) => value < 0x20 || value === 0x7f)) throw new Error('control byte in receipt text');
  return bytes;
}
