import type { Signature } from '../../contract/locker.ts';

/** One line, x, y, x, y … in parts of a thousand of the pad. */
export type Stroke = readonly number[];

/** The limits of `signatureSchema`. */
const STROKES_MOST = 60;
const NUMBERS_MOST = 6000;
const NUMBERS_OF_ONE_MOST = 2000;
/** Points nearer than this to the last one add nothing that can be seen; a finger gives a hundred a second. */
const STEP = 6;
/** Less ink than this is a slip of the finger; the shortest names are longer. */
const INK_LEAST = 400;

/** What is sent by whoever cannot sign: always the same tick, which nobody takes for a signature. */
export const SIMPLE_MARK: Signature = [[300, 520, 450, 680, 720, 320]];

const within = (part: number): number => Math.min(1000, Math.max(0, Math.round(part * 1000)));

/**
 * The line with one more point.
 * @param x from 0, left, to 1, right; beyond the pad is drawn at its edge
 * @param y from 0, top, to 1
 */
export function withPoint(stroke: Stroke, x: number, y: number): Stroke {
  const [nextX, nextY] = [within(x), within(y)];
  const [lastX = Number.NEGATIVE_INFINITY, lastY = Number.NEGATIVE_INFINITY] = stroke.slice(-2);
  if (Math.hypot(nextX - lastX, nextY - lastY) < STEP) return stroke;
  const longer = [...stroke, nextX, nextY];
  return longer.length > NUMBERS_OF_ONE_MOST ? thinned(longer) : longer;
}

/** Every second point, and always the last: the line keeps its shape and its ends. */
function thinned(stroke: Stroke): Stroke {
  const points = stroke.length / 2;
  return stroke.filter((_, index) => {
    const point = Math.floor(index / 2);
    return point % 2 === 0 || point === points - 1;
  });
}

const numbersOf = (strokes: readonly Stroke[]): number => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

/**
 * The lines with one more. Nobody is stopped in the middle of a long name: what is too much in all is thinned, and from the
 * sixtieth line on the last one goes on where the finger was set down anew.
 */
export function withStroke(strokes: readonly Stroke[], stroke: Stroke): readonly Stroke[] {
  if (stroke.length === 0) return strokes;
  const last = strokes.at(-1);
  let next =
    strokes.length < STROKES_MOST || !last ? [...strokes, stroke] : [...strokes.slice(0, -1), [...last, ...stroke]];
  while (numbersOf(next) > NUMBERS_MOST || next.some(({ length }) => length > NUMBERS_OF_ONE_MOST)) {
    next = next.map(thinned);
  }
  return next;
}

/** Whether there is enough on the pad to be meant. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= INK_LEAST;
}

function lengthOf(stroke: Stroke): number {
  let length = 0;
  for (let at = 2; at + 1 < stroke.length; at += 2) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = stroke.slice(at - 2, at + 2);
    length += Math.hypot(toX - fromX, toY - fromY);
  }
  return length;
}

/** As the contract wants it. */
export const signatureOf = (strokes: readonly Stroke[]): Signature => strokes.map((stroke) => [...stroke]);
