import { parentPort, workerData } from 'node:worker_threads';
import { inspectPdf } from './inspect-pdf.ts';

/** The thread that reads a delivered file for the first time. If it throws or never ends, the file is refused. */
const { bytes, maxPages } = workerData as { bytes: Uint8Array; maxPages: number };
parentPort?.postMessage(await inspectPdf(bytes, maxPages));
