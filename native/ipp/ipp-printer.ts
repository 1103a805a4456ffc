import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { attribute, type IppAttribute } from './attributes.ts';
import { decodeMessage, encodeMessage, type IppGroup, type IppMessage } from './frames.ts';
import { exchange } from './http-exchange.ts';
import type { DocumentPrinter, IppFailure, JobStatus } from './printer.ts';
import { readAttributes } from './reply.ts';
import { JOB_ATTRIBUTES, PRINTER_ATTRIBUTES, toJobStatus, toPrinterStatus } from './status.ts';
import { FIRST_FAILURE, GONE, GROUP_TAG, NOT_FOUND, OPERATION, VALUE_TAG } from './tags.ts';

export interface IppPrinterOptions {
  readonly uri: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Limit of one exchange, milliseconds; sending a document may take `DOCUMENT_FACTOR` times as long. */
  readonly timeoutMs?: number;
}

export const EXCHANGE_TIMEOUT_MS = 3_000;
export const DOCUMENT_FACTOR = 5;
/** A connection on the local network stands at once or not at all. */
export const CONNECT_TIMEOUT_MS = 2_000;
/** Finished jobs that are looked through for a name; they come newest first (RFC 8011 §4.2.6.1). */
const RECENT_JOBS = 100;
const NO_DATA = new Uint8Array();
const { integer, keyword, name: nameTag, uri: uriTag } = VALUE_TAG;

/** An IPP/1.1 printer (RFC 8011) at `uri`; every exchange has its own socket and its own limit. */
export function createIppPrinter({
  uri,
  clock,
  log,
  timeoutMs = EXCHANGE_TIMEOUT_MS,
}: IppPrinterOptions): DocumentPrinter {
  let lastRequestId = 0;

  async function ask(
    code: number,
    operation: readonly IppAttribute[],
    job: readonly IppAttribute[] = [],
    data: Uint8Array = NO_DATA,
  ): Promise<Result<IppMessage, IppFailure>> {
    lastRequestId = (lastRequestId % 0x7fffffff) + 1;
    const groups: IppGroup[] = [{ tag: GROUP_TAG.operation, attributes: [...preamble(uri), ...operation, USER] }];
    if (job.length > 0) groups.push({ tag: GROUP_TAG.job, attributes: job });
    const requestId = lastRequestId;
    const body = encodeMessage({ version: [1, 1], code, requestId, groups, data });
    const wholeMs = data.length > 0 ? timeoutMs * DOCUMENT_FACTOR : timeoutMs;
    const reply = await exchange({ uri, body, clock, connectMs: Math.min(CONNECT_TIMEOUT_MS, timeoutMs), wholeMs });
    if (!reply.ok) return reply;
    const message = decodeMessage(reply.value);
    if (!message.ok || message.value.requestId !== requestId) {
      log('wire-refused', { device: 'document', reason: message.ok ? 'requestId' : message.error });
      return err('badReply');
    }
    const status = message.value.code;
    if (status === NOT_FOUND || status === GONE) return err('jobNotFound');
    return status < FIRST_FAILURE ? message : err('refused');
  }

  async function listJobs(which: 'not-completed' | 'completed'): Promise<Result<JobStatus[], IppFailure>> {
    const reply = await ask(OPERATION.getJobs, [
      attribute('limit', integer, RECENT_JOBS),
      attribute('requested-attributes', keyword, ...JOB_ATTRIBUTES),
      attribute('which-jobs', keyword, which),
    ]);
    if (!reply.ok) return reply;
    const jobs = reply.value.groups.filter(({ tag }) => tag === GROUP_TAG.job);
    return ok(jobs.map((group) => toJobStatus(readAttributes(group))).filter((job) => job !== null));
  }

  return {
    uri,

    async status() {
      const wanted = attribute('requested-attributes', keyword, ...PRINTER_ATTRIBUTES);
      const reply = await ask(OPERATION.getPrinterAttributes, [wanted]);
      if (!reply.ok) return reply;
      const group = groupOf(reply.value, GROUP_TAG.printer);
      return group ? ok(toPrinterStatus(readAttributes(group))) : err('badReply');
    },

    async createJob(name) {
      const reply = await ask(OPERATION.createJob, [attribute('job-name', nameTag, name)], A4_ONE_SIDED);
      if (!reply.ok) return reply;
      const jobId = readAttributes(groupOf(reply.value, GROUP_TAG.job)).integers('job-id')[0];
      return jobId === undefined ? err('badReply') : ok({ jobId });
    },

    async sendDocument(jobId, pdf) {
      const operation = [
        attribute('job-id', integer, jobId),
        attribute('document-format', VALUE_TAG.mimeMediaType, 'application/pdf'),
        attribute('last-document', VALUE_TAG.boolean, true),
      ];
      const reply = await ask(OPERATION.sendDocument, operation, [], pdf);
      return reply.ok ? ok(undefined) : reply;
    },

    async job(jobId) {
      const wanted = attribute('requested-attributes', keyword, ...JOB_ATTRIBUTES);
      const reply = await ask(OPERATION.getJobAttributes, [attribute('job-id', integer, jobId), wanted]);
      if (!reply.ok) return reply;
      const status = toJobStatus(readAttributes(groupOf(reply.value, GROUP_TAG.job)));
      return status ? ok(status) : err('badReply');
    },

    async findJob(name) {
      for (const which of ['not-completed', 'completed'] as const) {
        const jobs = await listJobs(which);
        if (!jobs.ok) return jobs;
        const found = jobs.value.find((job) => job.name === name);
        if (found) return ok(found);
      }
      return ok(null);
    },

    async cancelJob(jobId) {
      const reply = await ask(OPERATION.cancelJob, [attribute('job-id', integer, jobId)]);
      return reply.ok ? ok(undefined) : reply;
    },
  };
}

/** Who owns the jobs in the printer's eyes: the kiosk, never the resident. */
const USER = attribute('requesting-user-name', nameTag, 'tongban');

/** Hints; a printer that lacks one goes on without (ipp-attribute-fidelity is false by default). */
const A4_ONE_SIDED: readonly IppAttribute[] = [
  attribute('media', keyword, 'iso_a4_210x297mm'),
  attribute('sides', keyword, 'one-sided'),
  attribute('copies', integer, 1),
];

/** These three come first and in this order; a job-id comes next (RFC 8011 §4.1.4, §4.1.5). */
const preamble = (uri: string): IppAttribute[] => [
  attribute('attributes-charset', VALUE_TAG.charset, 'utf-8'),
  attribute('attributes-natural-language', VALUE_TAG.naturalLanguage, 'zh-cn'),
  attribute('printer-uri', uriTag, uri),
];

const groupOf = (message: IppMessage, tag: number): IppGroup | undefined =>
  message.groups.find((group) => group.tag === tag);
