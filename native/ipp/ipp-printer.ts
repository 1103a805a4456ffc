import type { PaperKind } from '../../contract/device-config/document.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { attribute, type IppAttribute } from './attributes.ts';
import { type AskFailure, type ConversationOptions, createConversation } from './conversation.ts';
import type { IppGroup, IppMessage } from './frames.ts';
import {
  ABILITY_ATTRIBUTES,
  abilitiesOf,
  jobTemplate,
  type PrinterAbilities,
  type TrayChoice,
  traySource,
} from './job-template.ts';
import type { DocumentPrinter, IppFailure, JobStatus } from './printer.ts';
import { type AttributeReader, readAttributes } from './reply.ts';
import type { Sides } from './sheets.ts';
import { JOB_ATTRIBUTES, PRINTER_ATTRIBUTES, toJobStatus, toPrinterStatus } from './status.ts';
import { GROUP_TAG, OPERATION, VALUE_TAG } from './tags.ts';

export interface IppPrinterOptions extends Omit<ConversationOptions, 'timeoutMs'> {
  readonly timeoutMs?: number;
  readonly sides?: Sides;
  readonly trays?: TrayChoice;
}

export const EXCHANGE_TIMEOUT_MS = 3_000;
/** Finished jobs that are looked through for a name; they come newest first (RFC 8011 §4.2.6.1). */
const RECENT_JOBS = 100;
const { integer, keyword, name: nameTag } = VALUE_TAG;
const NO_TRAYS: TrayChoice = {};

/** An IPP/1.1 printer or queue (RFC 8011) at `uri`; every exchange has its own socket and its own limit. */
export function createIppPrinter(options: IppPrinterOptions): DocumentPrinter {
  const { uri, sides = 'one-sided', trays = NO_TRAYS, timeoutMs = EXCHANGE_TIMEOUT_MS } = options;
  const ask = createConversation({ ...options, timeoutMs });
  /** Asked once: trays that a printer has do not change while it is in service. */
  let abilities: PrinterAbilities | undefined;

  async function printerAttributes(): Promise<Result<AttributeReader, IppFailure>> {
    const wanted = attribute('requested-attributes', keyword, ...PRINTER_ATTRIBUTES, ...ABILITY_ATTRIBUTES);
    const reply = await ask({ code: OPERATION.getPrinterAttributes, operation: [wanted] });
    if (!reply.ok) return plainly(reply);
    const group = groupOf(reply.value, GROUP_TAG.printer);
    if (!group) return err('badReply');
    const reader = readAttributes(group);
    abilities = abilitiesOf(reader);
    return ok(reader);
  }

  async function trayFor(paper: PaperKind): Promise<Result<string | undefined, IppFailure>> {
    if (trays[paper] === undefined) return ok(undefined);
    if (!abilities) {
      const asked = await printerAttributes();
      if (!asked.ok) return asked;
    }
    return ok(abilities && traySource(trays, paper, abilities));
  }

  async function listJobs(which: 'not-completed' | 'completed'): Promise<Result<JobStatus[], IppFailure>> {
    const operation = [
      attribute('limit', integer, RECENT_JOBS),
      attribute('requested-attributes', keyword, ...JOB_ATTRIBUTES),
      attribute('which-jobs', keyword, which),
    ];
    const reply = await ask({ code: OPERATION.getJobs, operation });
    if (!reply.ok) return plainly(reply);
    const jobs = reply.value.groups.filter(({ tag }) => tag === GROUP_TAG.job);
    return ok(jobs.map((group) => toJobStatus(readAttributes(group), sides)).filter((job) => job !== null));
  }

  return {
    uri,

    async status() {
      const printer = await printerAttributes();
      return printer.ok ? ok(toPrinterStatus(printer.value)) : printer;
    },

    async createJob(name, paper = 'record') {
      const source = await trayFor(paper);
      if (!source.ok) return source;
      const operation = [attribute('job-name', nameTag, name)];
      const create = (tray: string | undefined) =>
        ask({ code: OPERATION.createJob, operation, job: jobTemplate(sides, tray) });
      let reply = await create(source.value);
      // Refused for its values, so no job was made: once more, and the printer chooses the tray.
      if (!reply.ok && reply.error === 'notSupported' && source.value !== undefined) reply = await create(undefined);
      if (!reply.ok) return plainly(reply);
      const jobId = readAttributes(groupOf(reply.value, GROUP_TAG.job)).integers('job-id')[0];
      return jobId === undefined ? err('badReply') : ok({ jobId });
    },

    async sendDocument(jobId, pdf) {
      const operation = [
        idOf(jobId),
        attribute('document-format', VALUE_TAG.mimeMediaType, 'application/pdf'),
        attribute('last-document', VALUE_TAG.boolean, true),
      ];
      return done(await ask({ code: OPERATION.sendDocument, operation, data: pdf }));
    },

    async job(jobId) {
      const wanted = attribute('requested-attributes', keyword, ...JOB_ATTRIBUTES);
      const reply = await ask({ code: OPERATION.getJobAttributes, operation: [idOf(jobId), wanted] });
      if (!reply.ok) return plainly(reply);
      const status = toJobStatus(readAttributes(groupOf(reply.value, GROUP_TAG.job)), sides);
      return status?.jobId === jobId ? ok(status) : err('badReply');
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

    cancelJob: async (jobId) => done(await ask({ code: OPERATION.cancelJob, operation: [idOf(jobId)] })),
  };
}

const idOf = (jobId: number): IppAttribute => attribute('job-id', integer, jobId);

/** To the rest of the kiosk a refusal is a refusal, whatever it was for. */
const plainly = ({ error }: { readonly error: AskFailure }) => err(error === 'notSupported' ? 'refused' : error);

const done = (reply: Result<IppMessage, AskFailure>): Result<void, IppFailure> =>
  reply.ok ? ok(undefined) : plainly(reply);

const groupOf = (message: IppMessage, tag: number): IppGroup | undefined =>
  message.groups.find((group) => group.tag === tag);
