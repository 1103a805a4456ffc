import { create } from 'fontkit';
import { err, ok, type Result } from '../../../contract/result.ts';
import { type FontName, readFont } from './font-files.ts';
import { type PlainFont, plainFont } from './plain-font.ts';

export type FontWeight = 'regular' | 'bold';

/** Neighbouring characters of one font. */
export interface FontRun {
  readonly font: FontName;
  readonly text: string;
  /** Share of the font size: points at a size of 1 point. */
  readonly width: number;
}

/** The shipped fonts, asked as one: a character is drawn with the first that has it. */
export interface FontSet {
  /** Splits a string into runs; fails when a character is in no font. Line ends count as characters. */
  split(text: string, weight: FontWeight): Result<readonly FontRun[], 'document.unprintableCharacter'>;
  /** Width of one character as a share of the font size; undefined: no font has it. */
  advance(character: string, weight: FontWeight): number | undefined;
  font(name: FontName): PlainFont;
}

const ORDER: Readonly<Record<FontWeight, readonly FontName[]>> = {
  regular: ['NotoSansSC-Regular', 'HanaMinB'],
  // HanaMinB has one weight: a rare character in a heading is better thin than missing.
  bold: ['NotoSansSC-Bold', 'HanaMinB'],
};

interface Place {
  readonly font: FontName;
  readonly advance: number;
}

/** What is loaded once and kept: fonts are the same for every document and hold nothing of a person. */
let loaded: Promise<FontSet> | undefined;

/** Loads the fonts at the first call (about 50 MB from disk); later calls get the same set. */
export function loadFontSet(): Promise<FontSet> {
  loaded ??= readFontSet().catch((fault: unknown) => {
    // A failure is not kept: the next document tries again.
    loaded = undefined;
    throw fault;
  });
  return loaded;
}

async function readFontSet(): Promise<FontSet> {
  const [regular, bold, rare] = await Promise.all(
    (['NotoSansSC-Regular', 'NotoSansSC-Bold', 'HanaMinB'] as const).map(async (name) =>
      plainFont(create(await readFont(name))),
    ),
  );
  if (regular === undefined || bold === undefined || rare === undefined) throw new Error('a font is missing');
  return makeFontSet({ 'NotoSansSC-Regular': regular, 'NotoSansSC-Bold': bold, HanaMinB: rare });
}

function makeFontSet(fonts: Readonly<Record<FontName, PlainFont>>): FontSet {
  const places = { regular: new Map<string, Place | null>(), bold: new Map<string, Place | null>() };

  const find = (character: string, weight: FontWeight): Place | null => {
    const codePoint = character.codePointAt(0) ?? 0;
    const name = ORDER[weight].find((candidate) => fonts[candidate].hasGlyphForCodePoint(codePoint));
    if (name === undefined) return null;
    const font = fonts[name];
    return { font: name, advance: font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm };
  };

  const placeOf = (character: string, weight: FontWeight): Place | null => {
    const known = places[weight].get(character);
    if (known !== undefined) return known;
    const place = find(character, weight);
    places[weight].set(character, place);
    return place;
  };

  return {
    split(text, weight) {
      const runs: { font: FontName; text: string; width: number }[] = [];
      for (const character of text) {
        const place = placeOf(character, weight);
        if (place === null) return err('document.unprintableCharacter');
        const last = runs.at(-1);
        if (last !== undefined && last.font === place.font) {
          last.text += character;
          last.width += place.advance;
        } else {
          runs.push({ font: place.font, text: character, width: place.advance });
        }
      }
      return ok(runs);
    },
    advance: (character, weight) => placeOf(character, weight)?.advance,
    font: (name) => fonts[name],
  };
}
