import { loadPdfMaker, PDF_MAKERS } from './pdf-makers.ts';

// A process that makes one PDF and says how long that took from the loading of the library on, and how large it is.
const name = PDF_MAKERS.find((known) => known === process.argv[2]);
if (!name) throw new Error(`expected one of ${PDF_MAKERS.join(', ')}`);
const startedAt = performance.now();
const make = await loadPdfMaker(name);
const { length } = await make(1);
process.stdout.write(JSON.stringify({ ms: performance.now() - startedAt, bytes: length }));
