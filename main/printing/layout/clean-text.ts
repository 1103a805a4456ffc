/**
 * Makes text of other systems fit for drawing: one kind of line end, tabs as spaces, and without the characters that
 * Unicode says are drawn as nothing (byte order marks, zero-width and direction marks, variation selectors). Other
 * control characters stay: no font has them, so a broken record is refused and not printed with a character missing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim();
}
