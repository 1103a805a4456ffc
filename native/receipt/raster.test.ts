import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DotImage, toDots, withoutRealTimeCommands } from './dots.ts';
import { type LineRasterizer, loadLineRasterizer } from './raster.ts';
import { TEST_FONTS } from './testing/rig.ts';

let rasterize: LineRasterizer;
beforeAll(async () => {
  rasterize = await loadLineRasterizer(TEST_FONTS);
});

const draw = (text: string, align: 'left' | 'right' = 'left'): DotImage =>
  rasterize({ kind: 'text', text, align, size: 1, bold: false }, 576, 32);
const blackDots = ({ rows }: DotImage): number =>
  rows.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

describe('rare characters', () => {
  const rare = [...'𬭚𫖯䶮𮧵𠅤龴𰻝'];

  it.each(rare)('%s is drawn, and not as the empty box', (character) => {
    const box = draw('\u{10fffd}');
    expect(blackDots(draw(character))).toBeGreaterThan(40);
    expect(draw(character).rows).not.toEqual(box.rows);
  });

  it('all differ from each other', () => {
    const pictures = new Set(rare.map((character) => Buffer.from(draw(character).rows).toString('hex')));
    expect(pictures.size).toBe(rare.length);
  });

  it('stand in the columns of the printer’s own font', () => {
    const column = (image: DotImage, from: number, to: number): boolean =>
      image.rows.some((byte, index) => {
        const x = (index % image.widthBytes) * 8;
        return x >= from && x < to && byte !== 0;
      });
    const image = draw('AB  𬭚');
    expect([image.widthBytes, column(image, 24, 48), column(image, 48, 72)]).toEqual([9, false, true]);
    expect(draw('𬭚', 'right').widthBytes).toBe(72);
  });
});

describe('image data', () => {
  it('never holds a real-time command, and only lone dots get a neighbour', () => {
    const bytes = fc.array(fc.oneof(fc.constantFrom(0x10, 0x04, 0x05, 0x14), fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(bytes, (data) => {
        const guarded = withoutRealTimeCommands(Uint8Array.from(data));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the real-time commands are what is looked for
        expect(Buffer.from(guarded).toString('latin1')).not.toMatch(/\x10[\x04\x05\x14]/);
        expect(guarded.every((byte, index) => byte === data[index] || (data[index] === 0x10 && byte === 0x18))).toBe(
          true,
        );
      }),
    );
  });

  it('a light grey stroke beside a black one is kept', () => {
    // A cell of 8 × 4: a black column and a row of light grey.
    const greys = new Uint8Array(32).fill(255);
    for (let y = 0; y < 4; y += 1) greys[y * 8] = 0;
    greys.fill(150, 17, 24);
    expect([...toDots(greys, 8, 0, [8]).rows]).toEqual([0x80, 0x80, 0xff, 0x80]);
  });

  it('white paper stays white', () => {
    expect([...toDots(new Uint8Array(32).fill(255), 8, 0, [8]).rows]).toEqual([0, 0, 0, 0]);
  });
});
