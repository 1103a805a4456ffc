import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { PDFDocument } from 'pdf-lib';
import { onTestFinished } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import { systemClock } from '../../../native/clock.ts';
import { createIppPrinter } from '../../../native/ipp/ipp-printer.ts';
import type { DocumentPrinter } from '../../../native/ipp/printer.ts';
import type { FinishedPaper, SimulatedIppPrinter } from '../../../native/ipp/simulator/printer.ts';
import { startIppPrinter } from '../../../native/ipp/simulator/start-ipp-printer.ts';
import { migrate } from '../../store/migrate.ts';
import { MIGRATIONS } from '../../store/migrations.ts';
import type { PrintDelays } from './delays.ts';
import type { PrintOutcome, PrintProgress, PrintRequest } from './print.ts';
import { createPrintService } from './print-service.ts';
import { createPrintStore, type PrintRow, type PrintStore } from './print-store.ts';
import { settlePrints } from './settle.ts';

/** For tests: waits shortened where nobody looks at them. */
export const SHORT_DELAYS: Partial<PrintDelays> = {
  POLL_INTERVAL_MS: 20,
  CREATE_RETRY_INTERVAL_MS: 20,
  CANCEL_LIMIT_MS: 400,
  SETTLE_FIRST_RETRY_MS: 20,
  SETTLE_LONGEST_RETRY_MS: 100,
};
export const PAGES = 3;
const log = (): void => undefined;

/** For tests: a real ippeveprinter with an output tray, a database, and what the kiosk has between them. */
export interface TestPrinting {
  readonly simulator: SimulatedIppPrinter;
  readonly printer: DocumentPrinter;
  readonly db: Database;
  readonly store: PrintStore;
  readonly papers: readonly FinishedPaper[];
  readonly pdf: Uint8Array;
  /** Prints three pages; what was reported on the way stands in `progress`. */
  print(more?: Partial<PrintRequest>): { outcome: Promise<PrintOutcome>; progress: PrintProgress[]; giveUp(): void };
  /** Ends what this core asks; the printer goes on. */
  stopCore(): void;
  settle(stop?: AbortSignal): Promise<{ row: PrintRow; outcome: PrintOutcome }[]>;
  row(printId: string): PrintRow | undefined;
}

export async function startPrinting(delays: Partial<PrintDelays> = {}): Promise<TestPrinting> {
  const outDir = await mkdtemp(join(tmpdir(), 'tongban-tray-'));
  const simulator = await startIppPrinter({ name: 'A4', outDir, firstPageMs: 40, pageMs: 30 });
  const db = new Sqlite(':memory:');
  const core = new AbortController();
  onTestFinished(async () => {
    core.abort();
    await simulator.close();
    db.close();
    await rm(outDir, { recursive: true });
  });
  migrate(db, MIGRATIONS);
  const papers: FinishedPaper[] = [];
  simulator.onPaper((paper) => papers.push(paper));
  const printer = createIppPrinter({ uri: simulator.uri, clock: systemClock, log, timeoutMs: 1_000 });
  const store = createPrintStore(db, systemClock, log);
  const parts = { db, printer, clock: systemClock, log, delays: { ...SHORT_DELAYS, ...delays } };
  const pdf = await pagesOfPdf(PAGES);
  return {
    simulator,
    printer,
    db,
    store,
    papers,
    pdf,
    stopCore: () => core.abort(),
    print(more = {}) {
      const progress: PrintProgress[] = [];
      const giveUp = new AbortController();
      const outcome = createPrintService({ ...parts, stop: core.signal }).print({
        printId: 'p-1',
        transactionId: 't-1',
        jobName: 'tb-p-1',
        pdf,
        pages: PAGES,
        onProgress: (step) => progress.push(step),
        giveUp: giveUp.signal,
        ...more,
      });
      return { outcome, progress, giveUp: () => giveUp.abort() };
    },
    async settle(stop = new AbortController().signal) {
      const settled: { row: PrintRow; outcome: PrintOutcome }[] = [];
      await settlePrints({ ...parts, stop, onSettled: (row, outcome) => settled.push({ row, outcome }) });
      return settled;
    },
    row(printId) {
      const rows = store.ofTransaction('t-1');
      return rows.ok ? rows.value.find((row) => row.printId === printId) : undefined;
    },
  };
}

export async function pagesOfPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  return document.save();
}

/** For tests: the troubles in their order, each once. */
export function troubles(progress: readonly PrintProgress[]): (ErrorCode | null)[] {
  const seen = progress.map(({ trouble }) => trouble);
  return seen.filter((trouble, index) => trouble !== seen[index - 1]);
}
