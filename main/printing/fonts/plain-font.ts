import type { Font, Subset } from 'fontkit';

/** One character as it is drawn: its glyph, and its width in units of the font. */
export interface PlainGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

export interface PlainLayout {
  readonly glyphs: PlainGlyph[];
  readonly positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
  readonly advanceWidth: number;
}

/** A font as pdfkit takes it in the place of a file. */
export type PlainFont = Font & { layout(text: string): PlainLayout };

/** Above every glyph number of a font (16 bits) stand the numbers that mean “the glyph of this character”. */
const FIRST_CHARACTER_ID = 0x10000;

/**
 * A font that draws every character by its own glyph and nothing else, so that text can be copied out of the PDF exactly
 * as it went in. Two things would spoil that:
 * - ligatures, vertical and locale forms (GSUB) put other glyphs in the place of characters: `layout` does not use them;
 * - fonts use one glyph for several characters (· and •, 一 and the radical ⼀; some 500 in Noto Sans SC), while a PDF's
 *   ToUnicode map has one answer for each glyph of the subset, which is that of the character drawn first. So glyphs are
 *   asked for by character, and the subset holds such a glyph once for each of its characters.
 */
export function plainFont(font: Font): PlainFont {
  const cache = new Map<number, PlainGlyph>();

  const glyphOf = (codePoint: number): PlainGlyph => {
    const known = cache.get(codePoint);
    if (known !== undefined) return known;
    const { advanceWidth } = font.glyphForCodePoint(codePoint);
    const glyph = { id: FIRST_CHARACTER_ID + codePoint, advanceWidth, codePoints: [codePoint] };
    cache.set(codePoint, glyph);
    return glyph;
  };

  return Object.assign(Object.create(font) as Font, {
    layout(text: string): PlainLayout {
      const glyphs = Array.from(text, (character) => glyphOf(character.codePointAt(0) ?? 0));
      const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
      return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
    },
    createSubset: () => subsetByCharacter(font),
  });
}

function subsetByCharacter(font: Font): Subset {
  const subset = font.createSubset();
  const includeGlyph = subset.includeGlyph.bind(subset);
  const places = new Map<number, number>();
  subset.includeGlyph = (id) => {
    // Parts of composite glyphs still come by glyph number.
    if (id < FIRST_CHARACTER_ID) return includeGlyph(id);
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = subset.glyphs.push(font.glyphForCodePoint(id - FIRST_CHARACTER_ID).id) - 1;
    places.set(id, place);
    return place;
  };
  return subset;
}
