import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signatureSchema } from '../../contract/locker.ts';
import { isSigned, SIMPLE_MARK, type Stroke, signatureOf, withPoint, withStroke } from './strokes.ts';

const drawn = (points: readonly (readonly [number, number])[]): Stroke =>
  points.reduce<Stroke>((stroke, [x, y]) => withPoint(stroke, x, y), []);

const part = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const line = fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 300 });

describe('the lines of a signature', () => {
  test('points that cannot be told apart are left out, and the pad ends at its edges', () => {
    expect(
      drawn([
        [0.1, 0.1],
        [0.101, 0.101],
        [0.2, 1.4],
      ]),
    ).toEqual([100, 100, 200, 1000]);
  });

  test('whatever is scrawled, what is sent is a signature of the contract', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 90 }), (lines) => {
        const strokes = lines.map(drawn).reduce<readonly Stroke[]>(withStroke, []);
        expect(signatureSchema.safeParse(signatureOf(strokes)).error).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  test('a line without an end is thinned and keeps its beginning and its end', () => {
    const points = Array.from({ length: 9_000 }, (_, at): [number, number] => [(at % 97) / 97, ((at * 7) % 89) / 89]);
    const stroke = drawn([[0.02, 0.02], ...points, [0.98, 0.5]]);
    expect(stroke.length).toBeLessThanOrEqual(2000);
    expect(stroke.slice(0, 2)).toEqual([20, 20]);
    expect(stroke.slice(-2)).toEqual([980, 500]);
  });

  test('a touch, or two, is no signature; a word is', () => {
    const dot = drawn([[0.5, 0.5]]);
    expect(isSigned([dot, dot])).toBe(false);
    expect(
      isSigned([
        drawn([
          [0.1, 0.5],
          [0.6, 0.4],
        ]),
      ]),
    ).toBe(true);
  });

  test('the mark of whoever cannot sign is of the contract', () => {
    expect(signatureSchema.safeParse(SIMPLE_MARK).success).toBe(true);
  });
});
