import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { DecoderEvent, StreamDecoder } from '../../native/transport/stream-decoder.ts';
import type { FuzzSubject } from './subject.ts';

const concat = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

const framesOf = (events: readonly DecoderEvent<unknown>[]): unknown[] =>
  events.filter((event) => event.type === 'frame').map((event) => event.frame);

/** Pushes the bytes cut at these places, then flushes; throws when the decoder holds more than it may. */
function decodeInPieces(subject: FuzzSubject, bytes: Uint8Array, cuts: readonly number[]): DecoderEvent<unknown>[] {
  const decoder = subject.decoder();
  const events: DecoderEvent<unknown>[] = [];
  const places = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  let from = 0;
  for (const to of places) {
    events.push(...decoder.push(bytes.subarray(from, to)));
    holdsNoMore(subject, decoder);
    from = to;
  }
  events.push(...decoder.flush());
  if (decoder.held() !== 0) throw new Error(`${decoder.held()} bytes are held after a flush`);
  return events;
}

function holdsNoMore(subject: FuzzSubject, decoder: StreamDecoder<unknown>): void {
  if (decoder.held() > subject.maxHeld) throw new Error(`${decoder.held()} bytes are held`);
}

const CUTS = fc.array(fc.nat({ max: 4096 }), { maxLength: 12 });
const NOISE = fc.uint8Array({ maxLength: 200 });

/** Valid streams cut anywhere give the same frames. */
const cutAnywhere = (subject: FuzzSubject) =>
  fc.property(fc.array(subject.frame, { minLength: 1, maxLength: 4 }), CUTS, (frames, cuts) => {
    const bytes = concat(frames);
    const whole = framesOf(decodeInPieces(subject, bytes, []));
    return whole.length === frames.length && isDeepStrictEqual(framesOf(decodeInPieces(subject, bytes, cuts)), whole);
  });

type Damage =
  | { readonly how: 'flip'; readonly at: number; readonly bit: number }
  | { readonly how: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly how: 'remove'; readonly at: number; readonly count: number };

const DAMAGE: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({
    how: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 9 }),
  }),
  fc.record({ how: fc.constant('remove' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 40 }) }),
);

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let now = bytes;
  for (const damage of damages) {
    const at = damage.at % (now.length + 1);
    if (damage.how === 'flip') now = now.map((byte, index) => (index === at ? byte ^ (1 << damage.bit) : byte));
    else if (damage.how === 'insert') now = concat([now.subarray(0, at), damage.bytes, now.subarray(at)]);
    else now = concat([now.subarray(0, at), now.subarray(at + damage.count)]);
  }
  return now;
}

/** Turned bits, inserted and missing bytes: no throw, no growth, and a good frame that follows is found. */
const goodAfterDamage = (subject: FuzzSubject) =>
  fc.property(
    fc.array(subject.frame, { maxLength: 3 }),
    fc.array(DAMAGE, { minLength: 1, maxLength: 5 }),
    subject.frame,
    CUTS,
    (frames, damages, good, cuts) => foundAfter(subject, damaged(concat(frames), damages), good, cuts),
  );

/** Noise before a good frame: it is found. */
const goodAfterNoise = (subject: FuzzSubject) =>
  fc.property(NOISE, subject.frame, CUTS, (noise, good, cuts) => foundAfter(subject, noise, good, cuts));

function foundAfter(subject: FuzzSubject, before: Uint8Array, good: Uint8Array, cuts: readonly number[]): boolean {
  const [alone] = framesOf(decodeInPieces(subject, good, []));
  // Noise may by chance begin a frame of another length that swallows what follows: as often as the longest one could hold.
  const times = subject.copies ?? 2 + Math.ceil(subject.maxHeld / good.length);
  const frames = framesOf(decodeInPieces(subject, concat([before, ...new Array<Uint8Array>(times).fill(good)]), cuts));
  return frames.some((frame) => isDeepStrictEqual(frame, alone));
}

export interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
}

/** Undefined: it holds. Otherwise the smallest counterexample found, with the seed that makes it again. */
type Fault = string | undefined;

function faultOf<T>(property: fc.IProperty<T>, runs: Runs): Fault {
  const details = fc.check(property, runs);
  return details.failed ? fc.defaultReportMessage(details) : undefined;
}

/** What must hold for every decoder, by name. */
export const PROPERTIES = {
  'valid streams cut anywhere': (subject, runs) => faultOf(cutAnywhere(subject), runs),
  'a good frame after damage': (subject, runs) => faultOf(goodAfterDamage(subject), runs),
  'a good frame after noise': (subject, runs) => faultOf(goodAfterNoise(subject), runs),
} as const satisfies Record<string, (subject: FuzzSubject, runs: Runs) => Fault>;
export const PROPERTY_NAMES = Object.keys(PROPERTIES) as readonly (keyof typeof PROPERTIES)[];

/** One stretch of noise, in chunks of a system's read; throws when the decoder grows, or then misses a good frame. */
export function longNoise(subject: FuzzSubject, noise: Uint8Array, good: Uint8Array, chunkBytes = 4096): void {
  const decoder = subject.decoder();
  for (let at = 0; at < noise.length; at += chunkBytes) {
    decoder.push(noise.subarray(at, at + chunkBytes));
    holdsNoMore(subject, decoder);
  }
  decoder.flush();
  const [alone] = framesOf([...subject.decoder().push(good)]);
  const frames = framesOf([...decoder.push(good), ...decoder.flush()]);
  if (!frames.some((frame) => isDeepStrictEqual(frame, alone))) throw new Error('a good frame after noise was missed');
}
