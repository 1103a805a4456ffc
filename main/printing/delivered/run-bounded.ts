import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../../contract/result.ts';

export interface Bounds {
  readonly milliseconds: number;
  /** What the process may grow by while the work goes on. */
  readonly bytes: number;
}

const WATCH_INTERVAL_MS = 50;
const MEBIBYTE = 1024 * 1024;

/**
 * Does one piece of work in a thread that is thrown away afterwards, so that bytes from outside can neither stall nor
 * fill the core: the thread is ended when it takes too long or too much, and then the answer is `failed`, as when it throws.
 * The thread posts its answer once. V8's limit covers objects only, so the memory of byte buffers is watched from here.
 */
export function runBounded<T>(thread: URL, task: unknown, bounds: Bounds): Promise<Result<T, 'failed'>> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(bounds.bytes / MEBIBYTE), stackSizeMb: 2 },
    });
    const before = process.memoryUsage.rss();
    let ended = false;
    const end = (result: Result<T, 'failed'>): void => {
      if (ended) return;
      ended = true;
      clearTimeout(deadline);
      clearInterval(watch);
      // Its end is waited for, so that no thread outlives the answer.
      worker.terminate().then(
        () => resolve(result),
        () => resolve(result),
      );
    };
    const fail = (): void => end(err('failed'));
    const deadline = setTimeout(fail, bounds.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.bytes) fail();
    }, WATCH_INTERVAL_MS);
    worker.once('message', (answer: T) => end(ok(answer)));
    worker.once('error', fail);
    worker.once('exit', fail);
  });
}
