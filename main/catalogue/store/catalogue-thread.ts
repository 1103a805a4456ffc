import { Worker } from 'node:worker_threads';
import type { Log } from '../../../contract/log-events.ts';
import { err } from '../../../contract/result.ts';
import type { ThreadMessage, ThreadOutcome, ThreadTask } from './thread-messages.ts';

/** A full replacement takes less than two seconds on a slow machine; beyond this something was made to take long. */
export const THREAD_LIMIT_MS = 30_000;
/** 64 MB of answer and what is made from them. */
export const THREAD_LIMIT_MB = 768;
/** A thread takes 0.2 s to start, and tens of megabytes as long as it is there: it waits so long for more work. */
export const THREAD_LINGER_MS = 30_000;

/** Checks, spells and writes versions in a thread of its own, one at a time; the core meanwhile answers the page. */
export interface CatalogueThread {
  /**
   * A version that takes more time or memory than any catalogue may is refused as `tooLarge`, and nothing of it is written.
   * Rejects only on a bug, or when called off.
   */
  run(task: ThreadTask, signal?: AbortSignal): Promise<ThreadOutcome>;
  /** Ends the thread; a call under way is rejected. */
  close(): Promise<void>;
}

/** The thread starts at the first call, and again at the next one after it ended. */
export function openCatalogueThread(log: Log): CatalogueThread {
  let thread: Worker | undefined;
  let linger: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const started = new Worker(new URL('./catalogue-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_LIMIT_MB },
    });
    started.on('exit', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  };

  return {
    async run(task, signal) {
      clearTimeout(linger);
      const worker = thread ?? start();
      thread = worker;
      worker.ref();
      try {
        return await runOn(worker, task, log, signal);
      } finally {
        worker.unref();
        linger = setTimeout(() => {
          // Not given another task while it ends.
          if (thread === worker) thread = undefined;
          void worker.terminate();
        }, THREAD_LINGER_MS).unref();
      }
    },
    async close() {
      clearTimeout(linger);
      await thread?.terminate();
    },
  };
}

function runOn(worker: Worker, task: ThreadTask, log: Log, signal: AbortSignal | undefined): Promise<ThreadOutcome> {
  return new Promise((resolve, reject) => {
    let outcome: ThreadOutcome | undefined;
    let fault: Error | undefined;
    const end = (): void => void worker.terminate();
    const tooLong = setTimeout(() => {
      outcome ??= err({ reason: 'tooLarge', detail: `more than ${THREAD_LIMIT_MS / 1000} s of work` });
      end();
    }, THREAD_LIMIT_MS);

    const onMessage = (message: ThreadMessage): void => {
      if (message.kind === 'log') log(message.id, message.fields);
      else {
        outcome = message.outcome;
        settle();
      }
    };
    const onError = (error: Error): void => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        outcome = err({ reason: 'tooLarge', detail: `more than ${THREAD_LIMIT_MB} MB of memory` });
      } else fault = error;
    };
    // When it has ended its connection is closed, too, whatever happened to it.
    const settle = (): void => {
      clearTimeout(tooLong);
      signal?.removeEventListener('abort', end);
      worker.off('message', onMessage).off('error', onError).off('exit', settle);
      if (outcome === undefined) reject(fault ?? new Error('the catalogue thread was ended'));
      else resolve(outcome);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', settle);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    worker.postMessage(task);
  });
}
