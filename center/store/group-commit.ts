import type { CenterDatabase } from './database.ts';

/**
 * Writes of one turn of the event loop become one SQLite transaction, and so one fsync. A caller is answered only after
 * the commit. Each write has its own savepoint: one that throws is undone and refused alone.
 */
export interface GroupCommit {
  write<T>(work: () => T): Promise<T>;
}

interface Job {
  /** Runs the work and keeps its outcome. */
  run(): void;
  /** Answers the caller; `failure` is the commit's. */
  settle(failure: { readonly reason: unknown } | null): void;
}

export function groupCommit(database: CenterDatabase): GroupCommit {
  let waiting: Job[] = [];
  const runAll = database.transaction((jobs: readonly Job[]) => {
    for (const job of jobs) job.run();
  });
  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    let failure: { readonly reason: unknown } | null = null;
    try {
      runAll.immediate(jobs);
    } catch (reason) {
      failure = { reason };
    }
    for (const job of jobs) job.settle(failure);
  };
  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(jobFor(database.transaction(work), resolve, reject));
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
}

function jobFor<T>(savepoint: () => T, resolve: (value: T) => void, reject: (reason: unknown) => void): Job {
  let answer = (): void => reject(new Error('the write was not reached'));
  return {
    run() {
      try {
        const value = savepoint();
        answer = () => resolve(value);
      } catch (reason) {
        answer = () => reject(reason);
      }
    },
    settle(failure) {
      if (failure === null) answer();
      else reject(failure.reason);
    },
  };
}
