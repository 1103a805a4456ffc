import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { type FontFace, fontFaceCss } from './font-face-css.ts';
import { type FontSlice, sliceMain, sliceRest } from './font-slices.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FONTS = join(HERE, '../../assets/fonts');
const OUT = join(HERE, '../../dist/fonts');
const STAMP = 'stamp.txt';

const WEIGHTS = [
  { weight: 400, font: 'NotoSansSC-Regular.ttf', prefix: 'sans-400' },
  { weight: 700, font: 'NotoSansSC-Bold.ttf', prefix: 'sans-700' },
] as const;
const RARE = { font: 'HanaMinB.ttf', prefix: 'rare' } as const;

/**
 * TrueType, not WOFF2: the files are read from the kiosk's own disk, so that compression saves nothing there and costs a
 * fresh machine 100 s of Brotli. Substitutions, kerning and hints are not used by the page.
 */
const SUBSET_OPTIONS = {
  targetFormat: 'truetype',
  noLayoutClosure: true,
  noHinting: true,
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'vhea', 'vmtx'],
} as const;

export interface PageFonts {
  /** False: the files of the same inputs were there already. */
  readonly built: boolean;
  readonly milliseconds: number;
}

/** Builds `fonts.css` and its font files into `out` (default `dist/fonts`), whole or not at all. */
export async function buildPageFonts(out: string = OUT): Promise<PageFonts> {
  const start = performance.now();
  const done = (built: boolean): PageFonts => ({ built, milliseconds: Math.round(performance.now() - start) });
  const stamp = await hashInputs();
  if ((await readStamp(out)) === stamp) return done(false);
  const fresh = `${out}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const faces = await writeSlices(fresh);
  await writeFile(join(fresh, 'fonts.css'), fontFaceCss(faces));
  await writeFile(join(fresh, STAMP), stamp);
  await rm(out, { recursive: true, force: true });
  await rename(fresh, out);
  return done(true);
}

async function writeSlices(folder: string): Promise<FontFace[]> {
  const faces: FontFace[] = [];
  const covered = new Set<number>();
  for (const { weight, font, prefix } of WEIGHTS) {
    const bytes = await readFile(join(FONTS, font));
    const slices = sliceMain(create(bytes).characterSet);
    for (const slice of slices) {
      faces.push({ file: await writeSlice(folder, prefix, bytes, slice), weight, codePoints: slice.codePoints });
      for (const codePoint of slice.codePoints) covered.add(codePoint);
    }
  }
  const bytes = await readFile(join(FONTS, RARE.font));
  const rare = create(bytes).characterSet.filter((codePoint) => !covered.has(codePoint));
  for (const slice of sliceRest(rare, 'more')) {
    const file = await writeSlice(folder, RARE.prefix, bytes, slice);
    // In both weights: browsers look for a character only among the faces of the weight that they have chosen.
    for (const { weight } of WEIGHTS) faces.push({ file, weight, codePoints: slice.codePoints });
  }
  return faces;
}

async function writeSlice(folder: string, prefix: string, font: Uint8Array, slice: FontSlice): Promise<string> {
  const file = `${prefix}-${slice.name}.ttf`;
  const text = slice.codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
  await writeFile(join(folder, file), await subsetFont(font, text, SUBSET_OPTIONS));
  return file;
}

/** The fonts, and the code that says what becomes of them. */
async function hashInputs(): Promise<string> {
  const inputs = [
    ...WEIGHTS.map(({ font }) => join(FONTS, font)),
    join(FONTS, RARE.font),
    ...['build-page-fonts.ts', 'font-slices.ts', 'font-face-css.ts'].map((file) => join(HERE, file)),
  ];
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(await readFile(input));
  return hash.digest('hex');
}

async function readStamp(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, STAMP), 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

if (import.meta.main) {
  const { built, milliseconds } = await buildPageFonts();
  console.log(built ? `page fonts built in ${milliseconds} ms` : `page fonts are up to date (${milliseconds} ms)`);
}
