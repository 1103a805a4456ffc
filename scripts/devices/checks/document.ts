import { setTimeout as wait } from 'node:timers/promises';
import { documentPrinterOver } from '../../../main/devices/facades/document-printer.ts';
import type { DocumentPrinter, JobStatus } from '../../../native/ipp/printer.ts';
import type { Say } from '../say.ts';
import type { DeviceCheck } from './check.ts';
import { testPage } from './test-page.ts';

const PRINT_LIMIT_MS = 120_000;
const ASK_INTERVAL_MS = 500;
const ENDED: readonly JobStatus['state'][] = ['completed', 'canceled', 'aborted'];

/** A page is printed, and the printer says how many sides came out. */
export const checkDocument: DeviceCheck = async ({ link, say, undoLater }) => {
  const printer = documentPrinterOver(link, '');
  const status = await printer.status();
  say.line('seen', `  ${JSON.stringify(status.ok ? status.value : status.error)}`);
  if (!status.ok) return false;
  say.line('do', '→ A test page is being printed.');
  const created = await printer.createJob('tongban-test-page');
  if (!created.ok) return failed(say, created.error);
  const { jobId } = created.value;
  undoLater(() => printer.cancelJob(jobId));
  const sent = await printer.sendDocument(jobId, await testPage());
  if (!sent.ok) return failed(say, sent.error);
  const job = await untilEnded(printer, jobId, say);
  if (job === undefined) {
    await printer.cancelJob(jobId);
    return failed(say, `not finished within ${PRINT_LIMIT_MS / 1000} s; the job was cancelled`);
  }
  const counted = job.impressions === undefined ? 'does not count its sides' : `counted ${job.impressions} side(s)`;
  say.line('seen', `  job ${job.state}; the printer ${counted}`, { state: job.state, impressions: job.impressions });
  if (job.state === 'completed') say.line('do', '→ Look at it: a whole frame, clear text, eleven steps of grey.');
  return job.state === 'completed';
};

function failed(say: Say, why: string): false {
  say.line('seen', `  ${why}`);
  return false;
}

async function untilEnded(printer: DocumentPrinter, jobId: number, say: Say): Promise<JobStatus | undefined> {
  const limit = performance.now() + PRINT_LIMIT_MS;
  let told = '';
  while (performance.now() < limit) {
    const job = await printer.job(jobId);
    if (job.ok && ENDED.includes(job.value.state)) return job.value;
    const text = job.ok ? [job.value.state, ...job.value.reasons].join(' · ') : job.error;
    if (text !== told) say.line('seen', `  ${text}`);
    told = text;
    await wait(ASK_INTERVAL_MS);
  }
  return undefined;
}
