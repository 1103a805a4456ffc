import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { Db } from './write.ts';

/** A statement that holds the core's only thread for longer than this is reported, milliseconds. */
export const SLOW_STATEMENT_MS = 100;

/**
 * From now on every statement prepared on `db` is timed. The log gets the SQL with its placeholders; bound values, which
 * may be personal, never reach it.
 */
export function reportSlowStatements(db: Db, clock: Clock, log: Log): void {
  const prepare = db.prepare.bind(db);
  const timed =
    <A extends unknown[], R>(source: string, call: (...values: A) => R) =>
    (...values: A): R => {
      const startedAt = clock.now();
      try {
        return call(...values);
      } finally {
        const elapsedMs = Math.round(clock.now() - startedAt);
        if (elapsedMs > SLOW_STATEMENT_MS) log('store-slow', { elapsedMs, statement: source });
      }
    };
  db.prepare = ((source: string) => {
    const statement = prepare(source);
    statement.all = timed(source, statement.all.bind(statement));
    statement.get = timed(source, statement.get.bind(statement));
    if (!statement.reader) statement.run = timed(source, statement.run.bind(statement));
    return statement;
  }) as Db['prepare'];
}
