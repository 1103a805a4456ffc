import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type ErrorCode, isErrorCode } from '../../../contract/errors.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import { read, type StoreFailure, write } from '../../store/write.ts';
import type { PrintOutcome } from './print.ts';

export type PrintState = 'planned' | 'created' | 'sent' | 'printed' | 'notPrinted' | 'unknown';

/** One document for one printer; see the migration for what the columns mean. */
export interface PrintRow {
  readonly printId: string;
  readonly transactionId: string;
  readonly jobName: string;
  readonly printerUri: string;
  readonly jobId: number | null;
  readonly pages: number;
  readonly state: PrintState;
  readonly impressions: number;
  readonly errorCode: ErrorCode | null;
  readonly settled: boolean;
}

export type PlannedPrint = Pick<PrintRow, 'printId' | 'transactionId' | 'jobName' | 'printerUri' | 'pages'>;

const rowSchema = z.object({
  printId: z.string(),
  transactionId: z.string(),
  jobName: z.string(),
  printerUri: z.string(),
  jobId: z.number().nullable(),
  pages: z.number(),
  state: z.enum(['planned', 'created', 'sent', 'printed', 'notPrinted', 'unknown']),
  impressions: z.number(),
  errorCode: z.string().refine(isErrorCode).nullable(),
  settled: z.number().transform((flag) => flag === 1),
});

const COLUMNS = `print_id AS printId, transaction_id AS transactionId, job_name AS jobName, printer_uri AS printerUri,
  job_id AS jobId, pages, state, impressions, error_code AS errorCode, settled`;

/** The rows of print_jobs. Every change is one durable commit; a failing disk answers `core.storeFailed`. */
export interface PrintStore {
  /** Throws if the print id or the job name was used before. */
  plan(print: PlannedPrint): Result<void, StoreFailure>;
  created(printId: string, jobId: number): Result<void, StoreFailure>;
  /** Before the document goes. */
  sent(printId: string): Result<void, StoreFailure>;
  ended(printId: string, outcome: PrintOutcome, settled: boolean): Result<void, StoreFailure>;
  /** Prints without a certain end, oldest first. */
  unsettled(): Result<PrintRow[], StoreFailure>;
  ofTransaction(transactionId: string): Result<PrintRow[], StoreFailure>;
}

export function createPrintStore(db: Database, clock: Clock, log: Log): PrintStore {
  const insert = db.prepare(
    `INSERT INTO print_jobs (print_id, transaction_id, job_name, printer_uri, pages, state, planned_at, changed_at)
     VALUES (@printId, @transactionId, @jobName, @printerUri, @pages, 'planned', @at, @at)`,
  );
  const update = db.prepare(
    `UPDATE print_jobs SET state = @state, job_id = coalesce(@jobId, job_id), impressions = @impressions,
       error_code = @errorCode, settled = @settled, changed_at = @at WHERE print_id = @printId`,
  );
  const unsettled = db.prepare(`SELECT ${COLUMNS} FROM print_jobs WHERE settled = 0 ORDER BY planned_at`);
  const ofTransaction = db.prepare(`SELECT ${COLUMNS} FROM print_jobs WHERE transaction_id = ? ORDER BY planned_at`);
  const nothing = { jobId: null, impressions: 0, errorCode: null, settled: 0 };
  const change = (printId: string, fields: { [K in keyof typeof nothing]?: unknown }, state: PrintState) =>
    write(db, log, () => {
      const { changes } = update.run({ ...nothing, ...fields, printId, state, at: clock.date().getTime() });
      if (changes !== 1) throw new Error(`no print ${printId}`);
    });

  return {
    plan: (print) =>
      write(db, log, () => {
        insert.run({ ...print, at: clock.date().getTime() });
      }),
    created: (printId, jobId) => change(printId, { jobId }, 'created'),
    sent: (printId) => change(printId, {}, 'sent'),
    ended(printId, outcome, settled) {
      const impressions = outcome.outcome === 'printed' ? outcome.impressions : 0;
      const errorCode = outcome.outcome === 'printed' ? null : outcome.code;
      return change(printId, { impressions, errorCode, settled: settled ? 1 : 0 }, outcome.outcome);
    },
    unsettled: () => read(log, () => rowSchema.array().parse(unsettled.all())),
    ofTransaction: (transactionId) => read(log, () => rowSchema.array().parse(ofTransaction.all(transactionId))),
  };
}
