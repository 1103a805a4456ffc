import type { OutboxMessage } from '../../contract/gateway.ts';
import type { Log, LogEventId, LogFields } from '../../contract/log-events.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import type { Sealer } from '../store/sealing.ts';
import { type Db, type StoreFailure, write } from '../store/write.ts';
import { createOutbox } from '../sync/outbox.ts';

/** A bug that must not stop a door from being followed: logged, without its words, which may be personal. */
export const logFault = (log: Log, where: string, error: unknown): void =>
  log('core-fault', { where, kind: error instanceof Error ? error.name : typeof error });

/** Facts, their messages and their log lines, together or not at all. */
export interface Ledger {
  /**
   * Runs `work` as one durable commit. What it logged is logged, and who listens is told, after the commit only. `work` judges
   * before it writes: what it wrote stays, also when it answers a refusal.
   */
  commit<T>(work: () => T): Result<T, StoreFailure>;
  /** Within a commit: a message for the center. */
  send(key: string, topic: string, message: OutboxMessage): void;
  /** Within a commit: a line of the log. */
  note(id: LogEventId, fields?: LogFields): void;
  /** Within a commit: the report of this cell is looked at before it ends. */
  touch(cell: number): void;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface LedgerParts {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly onQueued: () => void;
  readonly onCommitted: () => void;
  /** Writes the reports of cells that changed; runs as the last step of a commit. */
  readonly reportCells: (cells: ReadonlySet<number>) => void;
}

export function createLedger(parts: LedgerParts): Ledger {
  const { db, sealer, clock, log, onQueued, onCommitted, reportCells } = parts;
  const outbox = createOutbox({ db, sealer, clock });
  let lines: { readonly id: LogEventId; readonly fields: LogFields | undefined }[] = [];
  let touched = new Set<number>();
  let queued = false;

  return {
    commit(work) {
      if (db.inTransaction) throw new Error('a commit of the locker within another one');
      lines = [];
      touched = new Set();
      queued = false;
      const written = write(db, log, () => {
        const value = work();
        reportCells(touched);
        return value;
      });
      if (!written.ok) return written;
      const said = lines;
      lines = [];
      for (const { id, fields } of said) log(id, fields);
      if (queued) onQueued();
      onCommitted();
      return written;
    },
    send(key, topic, message) {
      outbox.enqueue(key, topic, message);
      queued = true;
    },
    note: (id, fields) => void lines.push({ id, fields }),
    touch: (cell) => void touched.add(cell),
    now: () => clock.date().getTime(),
  };
}
