import { parentPort } from 'node:worker_threads';
import { type InspectTask, inspectPdf } from './inspect-pdf.ts';

/** The thread that reads a delivered file for the first time. If it throws or never ends, the file is refused. */
parentPort?.once('message', async ({ bytes, maxPages }: InspectTask) => {
  parentPort?.postMessage(await inspectPdf(bytes, maxPages));
});
