import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { inFreshProcess } from './fresh-process.ts';
import { type Figure, figureOf, percentile, repeat, type Unit } from './measure.ts';
import { loadPdfMaker, PDF_MAKERS, type PdfMakerName } from './pdf-makers.ts';

const LONG_PAGES = 10;
const KB = 1024;

type Samples = Readonly<Record<PdfMakerName, number[]>>;
const noSamples = (): Samples => ({ tongban: [], pdfkit: [], 'pdf-lib': [] });

/** The kiosk's whole document beside two libraries that draw the same rows with the same font and nothing else. */
export async function pdfPage(bench: Bench): Promise<readonly Figure[]> {
  const cold = noSamples();
  const kb = noSamples();
  for (let run = 0; run < (bench.quick ? 2 : 7); run++) {
    for (const name of PDF_MAKERS) {
      const once = join(import.meta.dirname, 'pdf-once.ts');
      const { ms, bytes } = await inFreshProcess<{ ms: number; bytes: number }>(bench, once, [name]);
      cold[name].push(ms);
      kb[name][0] = bytes / KB;
    }
  }
  const warm = noSamples();
  const long = noSamples();
  const makers = await Promise.all(PDF_MAKERS.map(async (name) => ({ name, make: await loadPdfMaker(name) })));
  const rounds = bench.quick ? 5 : 10;
  // Each in turn, so that what else the machine does falls on all alike; the first round shows the compiler at work.
  for (let round = -1; round < rounds; round++) {
    for (const { name, make } of makers) {
      const shortMs = await repeat(bench.quick ? 4 : 10, () => make(1));
      const longMs = await repeat(1, () => make(LONG_PAGES));
      if (round < 0) continue;
      warm[name].push(...shortMs);
      long[name].push(...longMs.map((ms) => ms / LONG_PAGES));
    }
  }
  return [
    ...besidePeers('pdf: one page, fresh process', 'ms', cold),
    ...besidePeers('pdf: one page, warm', 'ms', warm),
    ...besidePeers(`pdf: each of ${LONG_PAGES} pages, warm`, 'ms', long),
    ...besidePeers('pdf: size of one page', 'KB', kb),
  ];
}

const besidePeers = (figure: string, unit: Unit, samples: Samples): Figure[] =>
  PDF_MAKERS.filter((name) => name !== 'tongban').map((peer) =>
    figureOf(figure, unit, samples.tongban, {
      what: `${peer} alone, rows only`,
      value: percentile(samples[peer], 0.5),
    }),
  );
