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
  for (const name of PDF_MAKERS) {
    const make = await loadPdfMaker(name);
    await repeat(bench.quick ? 5 : 15, () => make(1));
    warm[name].push(...(await repeat(bench.quick ? 20 : 100, () => make(1))));
    const longMs = await repeat(bench.quick ? 4 : 15, () => make(LONG_PAGES));
    long[name].push(...longMs.map((ms) => ms / LONG_PAGES));
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
