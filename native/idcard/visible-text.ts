import iconv from 'iconv-lite';

/** U+FFFD: a character that cannot be shown is seen to be missing, never silently dropped or guessed. */
export const REPLACEMENT = '\u{FFFD}';

/** GB 18030 gave these 80 places (FE50–FEA0, without FE7F) to hanzi that Unicode did not have yet. */
const FIRST_PLACE = 0xe815;
const LAST_PLACE = 0xe864;

/** Those of the 80 that got their code points only in GB 18030-2005 and -2022. */
const LATER_CODE_POINTS = new Map<number, number>([
  [0xe816, 0x20087],
  [0xe817, 0x20089],
  [0xe818, 0x200cc],
  [0xe81e, 0x9fb4],
  [0xe826, 0x9fb5],
  [0xe82b, 0x9fb6],
  [0xe82c, 0x9fb7],
  [0xe831, 0x215d7],
  [0xe832, 0x9fb8],
  [0xe83b, 0x2298f],
  [0xe843, 0x9fb9],
  [0xe854, 0x9fba],
  [0xe855, 0x241fe],
  [0xe864, 0x9fbb],
]);

export interface VisibleText {
  readonly text: string;
  /** How many characters were replaced by U+FFFD. */
  readonly replaced: number;
}

/**
 * Decodes UTF-16LE as cards hold it: padding (spaces, NUL) cut off at the end, old private-use places of GB 18030 set to
 * their standard characters (an old 䶮 is U+E863), and everything that has no meaning of its own — unpaired surrogates,
 * other private-use and unassigned code points, control and format characters — replaced visibly.
 */
export function decodeCardText(bytes: Uint8Array): VisibleText {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
  let replaced = 0;
  const text = Array.from(raw.replace(/[ \0]+$/u, ''), (character) => {
    const standard = standardCharacter(character);
    if (!/^[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]$/u.test(standard)) return standard;
    replaced += 1;
    return REPLACEMENT;
  }).join('');
  return { text, replaced };
}

function standardCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < FIRST_PLACE || codePoint > LAST_PLACE) return character;
  const later = LATER_CODE_POINTS.get(codePoint);
  if (later !== undefined) return String.fromCodePoint(later);
  const second = 0x50 + codePoint - FIRST_PLACE;
  return iconv.decode(Buffer.of(0xfe, second < 0x7f ? second : second + 1), 'gb18030');
}
