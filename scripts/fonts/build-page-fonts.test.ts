import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPageFonts } from './build-page-fonts.ts';
import { level1 } from './font-slices.ts';

interface Face {
  readonly file: string;
  readonly weight: string;
  readonly codePoints: readonly number[];
}

let folder: string;
let faces: Face[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-fonts-'));
  expect((await buildPageFonts(join(folder, 'fonts'))).built).toBe(true);
  faces = readCss(await readFile(join(folder, 'fonts/fonts.css'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const part = (rule: string, pattern: RegExp): string => pattern.exec(rule)?.[1] ?? '';

function readCss(css: string): Face[] {
  return css
    .split('@font-face')
    .slice(1)
    .map((rule) => ({
      file: part(rule, /url\("\.\/([^"]+)"\)/),
      weight: part(rule, /font-weight: (\d+)/),
      codePoints: part(rule, /unicode-range: ([^;]+)/)
        .split(', ')
        .flatMap((range) => {
          const [from = 0, to = from] = range
            .slice(2)
            .split('-')
            .map((hex) => Number.parseInt(hex, 16));
          return Array.from({ length: to - from + 1 }, (_, index) => from + index);
        }),
    }));
}

describe('page fonts', () => {
  test('level 1 of GB/T 2312 has its 3,755 hanzi', () => {
    const hanzi = level1();
    expect(hanzi.size).toBe(3755);
    for (const character of '啊座的一国') expect(hanzi.has(character.codePointAt(0) ?? 0)).toBe(true);
    expect(hanzi.has('亍'.codePointAt(0) ?? 0)).toBe(false);
  });

  test.each(['400', '700'])('weight %s: no character is in two faces, and rare names are in one', (weight) => {
    const all = faces.filter((face) => face.weight === weight).flatMap((face) => face.codePoints);
    const unique = new Set(all);
    expect(all).toHaveLength(unique.size);
    for (const character of '王，A9·￥䶮𬭚𫖯𮧵𠅤婷') expect(unique.has(character.codePointAt(0) ?? 0)).toBe(true);
  });

  test('every file has a glyph for every character that its face promises', async () => {
    for (const file of new Set(faces.map((face) => face.file))) {
      const font = create(await readFile(join(folder, 'fonts', file)));
      const promised = faces.find((face) => face.file === file)?.codePoints ?? [];
      expect(promised.filter((codePoint) => !font.hasGlyphForCodePoint(codePoint))).toEqual([]);
    }
  });

  test('an ordinary page needs one file of each weight', () => {
    const common = new Set(faces.find((face) => face.file === 'sans-400-common.ttf')?.codePoints);
    for (const character of '请把身份证平放在读卡区“一网通办”：0-9 Tongban…①')
      expect(common.has(character.codePointAt(0) ?? 0)).toBe(true);
  });

  test('are not built again from the same inputs', async () => {
    const css = join(folder, 'fonts/fonts.css');
    const before = (await stat(css)).mtimeMs;
    expect((await buildPageFonts(join(folder, 'fonts'))).built).toBe(false);
    expect((await stat(css)).mtimeMs).toBe(before);
  });
});
