import fc from 'fast-check';
import { allSubjects } from '../../test/fuzz/all-subjects.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf } from './measure.ts';

/** As a system hands them over from a busy line. */
const CHUNK_BYTES = 64;
const BYTES = 400_000;
const SEED = 4;
const FRAMES = 200;
/** 115,200 bit/s, ten to a byte: what a line can bring at most. */
const LINE_MB_PER_S = 0.01152;

/** Valid frames of every wire, as many as make half a megabyte, through the decoder of its driver. */
export async function deviceDecode(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 3 : 9;
  const figures: Figure[] = [];
  for (const subject of await allSubjects()) {
    const frames = fc.sample(subject.frame, { numRuns: FRAMES, seed: SEED });
    const once = Buffer.concat(frames);
    const stream = Uint8Array.from(Buffer.concat(new Array<Buffer>(Math.ceil(BYTES / once.length)).fill(once)));
    const samples: number[] = [];
    for (let run = -2; run < runs; run += 1) {
      const decoder = subject.decoder();
      const ms = await elapsedMs(() => {
        for (let at = 0; at < stream.length; at += CHUNK_BYTES) decoder.push(stream.subarray(at, at + CHUNK_BYTES));
      });
      // The first two warm the compiler.
      if (run >= 0) samples.push(stream.length / 1e6 / (ms / 1000));
    }
    const beside = { what: 'the line, 115,200 baud', value: LINE_MB_PER_S };
    figures.push(figureOf(`decode: ${subject.family}`, 'MB/s', samples, beside));
  }
  return figures;
}
