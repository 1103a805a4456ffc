import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

const FONT_DIR = join(import.meta.dirname, '../../assets/fonts');

type FontFile = 'NotoSansSC-Regular' | 'NotoSansSC-Bold' | 'HanaMinB';
export type Weight = 'regular' | 'bold';

/** A character is drawn with the first that has it. HanaMinB (Ext B–F) has one weight. */
const ORDER: Readonly<Record<Weight, readonly FontFile[]>> = {
  regular: ['NotoSansSC-Regular', 'HanaMinB'],
  bold: ['NotoSansSC-Bold', 'HanaMinB'],
};

/** Fonts hold nothing of a person: read once, kept for every document. */
const loaded = new Map<FontFile, { readonly bytes: Buffer; readonly font: Font }>();

function fontOf(file: FontFile): { readonly bytes: Buffer; readonly font: Font } {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(FONT_DIR, `${file}.ttf`));
  const read = { bytes, font: create(bytes) };
  loaded.set(file, read);
  return read;
}

export interface WriteOptions {
  readonly weight?: Weight;
  /** Points. */
  readonly size: number;
  readonly colour?: string;
  /** Points between characters. */
  readonly spacing?: number;
  /** Where `x` lies in the line. */
  readonly anchor?: 'left' | 'middle' | 'right';
  /** The line is made smaller until it fits, points. */
  readonly maxWidth?: number;
}

/** Writes lines of Chinese with fallback for rare characters, on one baseline. */
export interface Pen {
  /** One line; `x`, `y` in points, `y` is the baseline. Gives where the line ends. */
  line(text: string, x: number, y: number, options: WriteOptions): number;
}

/** @throws when a character is in none of the fonts: a certificate with a hole in a name must not be issued */
export function penOn(document: PDFKit.PDFDocument): Pen {
  const registered = new Set<FontFile>();
  const runWidth = ({ file, text }: Run, size: number, spacing: number): number => {
    if (!registered.has(file)) document.registerFont(file, fontOf(file).bytes);
    registered.add(file);
    return document.font(file, size).widthOfString(text) + spacing * [...text].length;
  };
  const width = (text: string, { weight = 'regular', spacing = 0 }: WriteOptions, size: number): number =>
    runsOf(text, weight).reduce((total, run) => total + runWidth(run, size, spacing), 0);
  return {
    line(text, x, y, options) {
      const { weight = 'regular', spacing = 0, anchor = 'left', colour = '#1a1a1a' } = options;
      const natural = width(text, options, options.size);
      const size = options.size * Math.min(1, (options.maxWidth ?? natural) / natural);
      // The last character carries spacing too; it is not part of what is seen.
      const seen = width(text, options, size) - spacing;
      let left = x - (anchor === 'middle' ? seen / 2 : anchor === 'right' ? seen : 0);
      for (const run of runsOf(text, weight)) {
        // Measuring also makes the run's font the current one.
        const advance = runWidth(run, size, spacing);
        document.fillColor(colour).text(run.text, left, y, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: spacing,
        });
        left += advance;
      }
      return left;
    },
  };
}

interface Run {
  readonly file: FontFile;
  readonly text: string;
}

function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const file = ORDER[weight].find((candidate) => fontOf(candidate).font.hasGlyphForCodePoint(codePoint));
    if (file === undefined) throw new Error(`no font has U+${codePoint.toString(16).toUpperCase()}`);
    const last = runs.at(-1);
    if (last?.file === file) runs[runs.length - 1] = { file, text: last.text + character };
    else runs.push({ file, text: character });
  }
  return runs;
}
