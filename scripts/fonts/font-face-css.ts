/** The family that the page asks for. */
export const PAGE_FONT_FAMILY = 'Tongban Sans';

export interface FontFace {
  readonly file: string;
  readonly weight: 400 | 700;
  readonly codePoints: readonly number[];
}

/**
 * One `@font-face` for each file. Faces of one weight have ranges that do not overlap, so that a browser loads only what
 * it shows. `block`: the files lie on the same machine, so a moment without text is shorter than a flash of another font.
 */
export function fontFaceCss(faces: readonly FontFace[]): string {
  const rules = faces.map(
    ({ file, weight, codePoints }) => `@font-face {
  font-family: "${PAGE_FONT_FAMILY}";
  font-weight: ${weight};
  font-display: block;
  src: url("./${file}") format("truetype");
  unicode-range: ${unicodeRange(codePoints)};
}
`,
  );
  return rules.join('');
}

/** CSS Fonts 4, 4.5: `U+4E00-4E8C, U+4E8E`. */
export function unicodeRange(codePoints: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && codePoint === last[1] + 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  const hex = (value: number): string => value.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}
