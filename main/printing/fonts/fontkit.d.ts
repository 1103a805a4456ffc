/** The part of fontkit 2 that is used here; the package ships no types. */
declare module 'fontkit' {
  export interface Subset {
    /** Glyph numbers of the whole font, by their number in the subset. */
    readonly glyphs: number[];
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
    createSubset(): Subset;
  }
  export function create(bytes: Uint8Array): Font;
}
