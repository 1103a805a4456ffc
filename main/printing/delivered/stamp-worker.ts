import { parentPort, workerData } from 'node:worker_threads';
import type { DeliveredStamp } from './stamp-delivered.ts';
import { stampPdf } from './stamp-pdf.ts';

/** The thread that stamps one delivered file. */
const { pdf, stamp } = workerData as { pdf: Uint8Array; stamp: DeliveredStamp };
parentPort?.postMessage(await stampPdf(pdf, stamp));
