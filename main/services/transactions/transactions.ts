import { randomUUID } from 'node:crypto';
import type { Holder } from '../../../contract/gateway.ts';
import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import type { Sealer } from '../../store/sealing.ts';
import { type Db, read, write } from '../../store/write.ts';
import { createOutbox } from '../../sync/outbox.ts';
import { openHolder, sealHolder, transactionReport } from './report.ts';
import { type TransactionRow, toTransaction, transactionStatements } from './store.ts';
import {
  type ChangeFailure,
  type InterruptedPrint,
  mayBecome,
  type Transaction,
  type Transactions,
} from './transaction.ts';

export type { ChangeDetails, ChangeFailure, InterruptedPrint, Transactions } from './transaction.ts';

export interface TransactionsOptions {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly kioskId: string;
  /** Called after each commit that left a message in the outbox. */
  readonly onQueued: () => void;
}

export function createTransactions({ db, sealer, clock, log, kioskId, onQueued }: TransactionsOptions): Transactions {
  const statements = transactionStatements(db);
  const outbox = createOutbox({ db, sealer, clock });
  /** This start of the core: rows begun by another one were interrupted by a restart. */
  const run = randomUUID();

  const rowOf = (id: string): TransactionRow => {
    const row = statements.byId.get(id);
    if (row === undefined) throw new Error(`no transaction ${id}`);
    return row;
  };

  const queueReport = (row: TransactionRow, holder: Holder | null): void => {
    const report = transactionReport(row, holder, kioskId);
    outbox.enqueue(`${row.id}:${row.revision}`, row.id, { kind: 'transaction', report });
  };

  const committed = (transaction: Transaction): void => {
    const { id, state, revision } = transaction;
    log('transaction-state', { transactionId: id, state, revision });
    onQueued();
  };

  /** Applies `to` as the next revision, unless `to` says that there is nothing to write or that it may not be. */
  const revise = (
    id: string,
    to: (row: TransactionRow) => Partial<TransactionRow> | 'same' | 'refused',
  ): Result<Transaction, ChangeFailure> => {
    const written = write(db, log, (): Result<{ row: TransactionRow; isNew: boolean }, 'stateRefused'> => {
      const row = rowOf(id);
      const changes = to(row);
      if (changes === 'same') return ok({ row, isNew: false });
      const holder = openHolder(sealer, row);
      if (changes === 'refused' || holder === undefined) return err('stateRefused');
      const now = clock.date().getTime();
      const next = { ...row, ...changes, revision: row.revision + 1, changed_by: run, changed_at: now };
      statements.update.run(next);
      queueReport(next, holder);
      return ok({ row: next, isNew: true });
    });
    if (!written.ok) return written;
    if (!written.value.ok) return written.value;
    const { row, isNew } = written.value.value;
    const transaction = toTransaction(row);
    if (isNew) committed(transaction);
    return ok(transaction);
  };

  return {
    begin({ itemCode, holder }) {
      const id = randomUUID();
      const now = clock.date().getTime();
      const row = {
        id,
        revision: 1,
        item_code: itemCode,
        state: 'started',
        document_number: null,
        pages: null,
        error_code: null,
        holder: sealHolder(sealer, id, holder),
        person: holder && sealer.fingerprint(holder.idNumber),
        begun_by: run,
        changed_by: run,
        started_at: now,
        changed_at: now,
        rated: 0,
      } as const satisfies TransactionRow;
      const written = write(db, log, () => {
        statements.insert.run(row);
        queueReport(row, holder);
        return toTransaction(row);
      });
      if (written.ok) committed(written.value);
      return written;
    },
    issued: (id, documentNumber) =>
      revise(id, (row) => {
        if (row.document_number === documentNumber) return 'same';
        return row.state === 'started' ? { document_number: documentNumber } : 'refused';
      }),
    change: (id, state, details = {}) =>
      revise(id, (row) => {
        if (row.state === state) return 'same';
        if (!mayBecome(row.state, state)) return 'refused';
        return { state, pages: details.pages ?? row.pages, error_code: details.errorCode ?? null };
      }),
    rate(id, level) {
      const rated = write(db, log, () => {
        const row = rowOf(id);
        if (row.rated === 1) return false;
        statements.update.run({ ...row, rated: 1 });
        const report = { transactionId: id, kioskId, level, ratedAt: clock.date().toISOString() };
        outbox.enqueue(`${id}:rating`, id, { kind: 'rating', report });
        return true;
      });
      if (!rated.ok) return rated;
      if (rated.value) onQueued();
      return ok(undefined);
    },
    unfinished: () => read(log, () => statements.unfinished.all(run).map(toTransaction)),
    lastInterrupted: (idNumber, withinMs) =>
      read(log, () => {
        const since = clock.date().getTime() - withinMs;
        const row = statements.lastInterrupted.get(sealer.fingerprint(idNumber), since);
        if (row === undefined) return undefined;
        return { transactionId: row.id, itemCode: row.item_code, outcome: row.state as InterruptedPrint['outcome'] };
      }),
    stillOpen: (idNumber) =>
      read(log, () => {
        const row = statements.stillOpen.get(sealer.fingerprint(idNumber), run);
        return row && toTransaction(row);
      }),
    acknowledged(message) {
      if (message.kind === 'transaction') statements.acknowledge.run(message.report);
    },
  };
}
