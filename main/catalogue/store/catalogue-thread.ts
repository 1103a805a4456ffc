import { Worker } from 'node:worker_threads';
import type { Log } from '../../../contract/log-events.ts';
import { err } from '../../../contract/result.ts';
import type { ThreadMessage, ThreadOutcome, ThreadTask } from './thread-messages.ts';

/** A full replacement takes less than two seconds on a slow machine; beyond this something was made to take long. */
export const THREAD_LIMIT_MS = 30_000;
/** 64 MB of answer and what is made from them. */
export const THREAD_LIMIT_MB = 768;

/**
 * Checks, spells and writes one version in a thread of its own, used once. A version that takes more time or memory than
 * any catalogue may is refused as `tooLarge`, and nothing of it is written. Rejects only on a bug, or when called off.
 */
export function runInThread(task: ThreadTask, log: Log, signal?: AbortSignal): Promise<ThreadOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./catalogue-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: THREAD_LIMIT_MB },
    });
    let outcome: ThreadOutcome | undefined;
    const end = (): void => void worker.terminate();
    const tooLong = setTimeout(() => {
      outcome ??= err({ reason: 'tooLarge', detail: `more than ${THREAD_LIMIT_MS / 1000} s of work` });
      end();
    }, THREAD_LIMIT_MS);
    signal?.addEventListener('abort', end);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'log') log(message.id, message.fields);
      else outcome = message.outcome;
    });
    worker.on('error', (error: Error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        outcome = err({ reason: 'tooLarge', detail: `more than ${THREAD_LIMIT_MB} MB of memory` });
      } else reject(error);
    });
    // Only now is its connection closed, whatever happened to it.
    worker.on('exit', () => {
      clearTimeout(tooLong);
      signal?.removeEventListener('abort', end);
      if (outcome === undefined) reject(new Error('the catalogue thread was ended'));
      else resolve(outcome);
    });
  });
}
