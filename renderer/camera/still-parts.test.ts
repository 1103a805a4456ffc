import { expect, test } from 'vitest';
import { sizeWords } from './camera-words.ts';
import { jpegWithin, type Paintable } from './jpeg-within.ts';
import { turnedSize } from './upright-canvas.ts';
import { whileSeen } from './while-seen.ts';

/** A picture whose JPEG is as large as its pixels times the quality. */
function picture(width: number, height: number, tries: number[] = []): Paintable {
  return {
    width,
    height,
    toJpeg: async (quality) => {
      tries.push(quality);
      return new Blob([new Uint8Array(Math.round(width * height * quality))]);
    },
    shrunk: (factor) => picture(Math.round(width * factor), Math.round(height * factor), tries),
  };
}

test('what fits is as good as can be', async () => {
  expect(await jpegWithin(picture(100, 100), 9200)).toMatchObject({ width: 100, height: 100 });
});

test('what does not fit loses quality first, then size', async () => {
  const tries: number[] = [];
  const jpeg = await jpegWithin(picture(100, 100, tries), 4000);
  expect(jpeg?.bytes.length).toBeLessThanOrEqual(4000);
  expect(jpeg).toMatchObject({ width: 75, height: 75 });
  expect(tries.slice(0, 4)).toEqual([0.92, 0.8, 0.65, 0.5]);
});

test('what never fits is given up after a bounded number of tries', async () => {
  const tries: number[] = [];
  expect(await jpegWithin(picture(4000, 3000, tries), 10)).toBeUndefined();
  expect(tries).toHaveLength(20);
});

test.each([
  [0, 40, 30],
  [90, 30, 40],
  [180, 40, 30],
  [270, 30, 40],
] as const)('turned by %i°, 40 × 30 is %i × %i', (rotate, width, height) => {
  expect(turnedSize(40, 30, rotate)).toEqual([width, height]);
});

test('bytes as people compare them', () => {
  expect([1, 1024, 830_000, 1_023_500, 1_500_000].map(sizeWords)).toEqual([
    '1 KB',
    '1 KB',
    '811 KB',
    '1000 KB',
    '1.4 MB',
  ]);
});

test('a page that is not seen stops what runs, once; seen again starts it again', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const done: string[] = [];
  const end = whileSeen(page as unknown as Document, () => {
    done.push('on');
    return () => done.push('off');
  });
  const turn = (state: DocumentVisibilityState): void => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  turn('visible');
  turn('hidden');
  turn('hidden');
  turn('visible');
  end();
  turn('visible');
  expect(done).toEqual(['on', 'off', 'on', 'off']);
});
