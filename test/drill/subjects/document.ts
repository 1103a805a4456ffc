import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { documentPrinterOver } from '../../../main/devices/facades/document-printer.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import { ippSimulator } from '../../../native/ipp/simulator/definition.ts';
import { simulator, startOnSocket, startTalker } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

const PRINT_LIMIT_MS = 4_000;
const ENDED = ['completed', 'canceled', 'aborted'];

const nameOf = (round: number): string => `drill-${round}`;

/** A job that nobody knows the fate of is looked up and ended, as the kiosk does at its next start. */
async function settle(printer: DocumentPrinter, name: string): Promise<void> {
  const job = await printer.findJob(name);
  if (job.ok && job.value && !ENDED.includes(job.value.state)) await printer.cancelJob(job.value.jobId);
}

function page(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
  });
  pdf.text('Drill');
  pdf.end();
  return done;
}

export const ippSubject: DrillSubject = {
  name: 'document ipp',
  device: 'document',
  // Version 1.x or 2.x and Send-Document.
  strikesAt: /0[12]0[01]0006/,
  stuckIs: 'no paper, and nobody who brings any',
  strangerIs: 'a upsd on the port of the printer',
  async start(around) {
    const talker = await startTalker('ERR UNKNOWN-COMMAND\n');
    const bench = await startOnSocket(around, simulator(ippSimulator, { firstPageMs: 300, pageMs: 100 }), {
      at: (config) => ({ port: Number(new URL((config as { readonly uri: string }).uri).port), host: 'localhost' }),
      stranger: talker.at,
    });
    const calledPrinted = new Set<number>();
    const uri = `ipp://127.0.0.1:${bench.cable.port}/ipp/print`;
    return {
      ...bench,
      config: { driver: 'ipp', uri },
      stuck: { set: () => bench.hand('set media-empty'), clear: () => bench.hand('clear media-empty') },
      async work({ link, round, until }: WorkParts) {
        const printer = documentPrinterOver(link, uri);
        if (round === 2) await settle(printer, nameOf(1));
        const created = await printer.createJob(nameOf(round));
        if (!created.ok) return `not sent: ${created.error}`;
        const { jobId } = created.value;
        const sent = await printer.sendDocument(jobId, await page());
        // Whatever became of the sending, only the printer knows whether it prints.
        let last: string = sent.ok ? 'pending' : sent.error;
        let asking: Promise<void> | undefined;
        const ask = async (): Promise<void> => {
          const job = await printer.job(jobId);
          last = job.ok ? job.value.state : job.error;
          asking = undefined;
        };
        const ended = await until(() => {
          asking ??= ask();
          return ENDED.includes(last) ? last : undefined;
        }, PRINT_LIMIT_MS);
        await asking;
        if (ended === 'completed') {
          calledPrinted.add(round);
          return DONE;
        }
        const cancelled = await printer.cancelJob(jobId);
        return `${ended ?? last}, ${cancelled.ok ? 'cancelled' : 'not known whether it prints'}`;
      },
      async harm() {
        const papers = await readdir(join(around.folder, 'tray')).catch(() => []);
        const counts = [1, 2].map((round) => papers.filter((file) => file.includes(nameOf(round))).length);
        return [
          ...(counts.some((count) => count > 1) ? ['one page came out twice'] : []),
          ...([...calledPrinted].some((round) => counts[round - 1] === 0)
            ? ['a page was called printed and is none']
            : []),
        ];
      },
      async close() {
        await bench.close();
        await talker.close();
      },
    };
  },
};
