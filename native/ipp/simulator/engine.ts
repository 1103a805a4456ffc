import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, sleep } from '../../clock.ts';
import type { Conditions, HoldingCondition } from './conditions.ts';
import { countPages } from './page-count.ts';
import type { FinishedPaper } from './printer.ts';

/** A job as ippeveprinter hands it to its print command. */
export interface EngineJob {
  readonly file: string;
  readonly jobId: number;
  readonly jobName: string;
  /** A line for ippeveprinter (`ATTR: …`, `STATE: …`; ippeveprinter(1), Print Command). */
  tell(line: string): void;
  /** False once ippeveprinter or its command is gone. */
  alive(): boolean;
}

export interface EngineOptions {
  readonly outDir: string;
  readonly firstPageMs: number;
  readonly pageMs: number;
  readonly clock: Clock;
  readonly conditions: Conditions;
  /** Asks the printer whether somebody has canceled the job: ippeveprinter does not tell its command. */
  readonly isCanceled: (jobId: number) => Promise<boolean>;
  readonly onPaper: (paper: FinishedPaper) => void;
  readonly onLoseJob: () => void;
}

/** How soon a held-up or warming engine notices a cancel, milliseconds. */
export const CANCEL_POLL_INTERVAL_MS = 100;

/** Prints page by page as paper does: what is out is out, what holds it up lasts until mended. Answers the exit status. */
export async function printJob(job: EngineJob, options: EngineOptions): Promise<number> {
  const { conditions, clock } = options;
  const started = clock.now();
  const pages = await countPages(job.file);
  if (pages === null || pages === 0) return 1;
  let due = started + options.firstPageMs;
  for (let printed = 0; printed < pages; printed += 1) {
    conditions.reached(printed);
    if (await heldUp(job, options)) due = clock.now() + options.firstPageMs;
    if (await endsHere(job, options)) return 1;
    if (await canceledBefore(due, job, options)) return 1;
    job.tell(`ATTR: job-impressions-completed=${printed + 1}`);
    due += options.pageMs;
  }
  await deliver(job, pages, options);
  conditions.reached(pages);
  return (await endsHere(job, options)) ? 1 : 0;
}

/** Waits while anything holds the paper up and keeps printer-state-reasons true meanwhile. True if it did wait. */
async function heldUp(job: EngineJob, { conditions, clock, isCanceled }: EngineOptions): Promise<boolean> {
  let told: HoldingCondition[] = [];
  let waited = false;
  for (;;) {
    const now = conditions.holding();
    for (const condition of now) if (!told.includes(condition)) job.tell(`STATE: +${condition}-error`);
    for (const condition of told) if (!now.includes(condition)) job.tell(`STATE: -${condition}-error`);
    told = now;
    const over = now.length === 0 || conditions.has('abort-job') || conditions.has('lose-job');
    if (over || !job.alive() || (await isCanceled(job.jobId))) {
      for (const condition of told) job.tell(`STATE: -${condition}-error`);
      return waited;
    }
    waited = true;
    await Promise.race([conditions.changed(), sleep(clock, CANCEL_POLL_INTERVAL_MS)]);
  }
}

async function endsHere(job: EngineJob, { conditions, onLoseJob }: EngineOptions): Promise<boolean> {
  if (conditions.has('lose-job')) onLoseJob();
  return conditions.has('lose-job') || conditions.has('abort-job') || !job.alive();
}

async function canceledBefore(due: number, job: EngineJob, { clock, isCanceled }: EngineOptions): Promise<boolean> {
  for (;;) {
    if (!job.alive() || (await isCanceled(job.jobId))) return true;
    const left = due - clock.now();
    if (left <= 0) return false;
    await sleep(clock, Math.min(left, CANCEL_POLL_INTERVAL_MS));
  }
}

/** Lays the whole document into the output tray, at once or not at all. */
async function deliver(job: EngineJob, pages: number, { outDir, onPaper }: EngineOptions): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const safeName = job.jobName.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 80);
  const pdfPath = join(outDir, `${Date.now()}-${safeName}.pdf`);
  await copyFile(job.file, `${pdfPath}.part`);
  await rename(`${pdfPath}.part`, pdfPath);
  onPaper({ pdfPath, pages, jobName: job.jobName });
}
