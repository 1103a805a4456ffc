import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../../contract/result.ts';

export interface Bounds {
  readonly milliseconds: number;
  /** What the process may grow by while the work goes on. */
  readonly bytes: number;
}

/** Work on bytes from outside, each piece in a thread of its own that is thrown away afterwards. */
export interface BoundedThread<Task, Answer> {
  /** Starts the thread of the next piece of work, so that it has loaded its code by then. */
  prepare(): void;
  /**
   * The thread is ended when it takes too long or too much; then the answer is `failed`, as when it throws. So hostile
   * bytes can neither stall nor fill the core.
   */
  run(task: Task, bounds?: Bounds): Promise<Result<Answer, 'failed'>>;
}

const WATCH_INTERVAL_MS = 50;
const MEBIBYTE = 1024 * 1024;

/** `file` is a thread that takes one message, the task, and posts one, the answer. */
export function boundedThread<Task, Answer>(file: URL, usual: Bounds): BoundedThread<Task, Answer> {
  let spare: Worker | undefined;

  const start = (): Worker => {
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(usual.bytes / MEBIBYTE), stackSizeMb: 2 },
    });
    worker.unref();
    // A spare that dies is no loss: the next piece of work starts its own.
    worker.once('error', () => forget(worker));
    worker.once('exit', () => forget(worker));
    return worker;
  };
  const forget = (worker: Worker): void => {
    if (spare === worker) spare = undefined;
  };

  return {
    prepare() {
      spare ??= start();
    },
    async run(task, bounds = usual) {
      const worker = spare ?? start();
      spare = undefined;
      const result = await answerOf<Answer>(worker, task, bounds);
      // Its end is waited for, so that no thread outlives the answer.
      await worker.terminate();
      return result;
    },
  };
}

function answerOf<Answer>(worker: Worker, task: unknown, bounds: Bounds): Promise<Result<Answer, 'failed'>> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const end = (result: Result<Answer, 'failed'>): void => {
      clearTimeout(deadline);
      clearInterval(watch);
      resolve(result);
    };
    const fail = (): void => end(err('failed'));
    const deadline = setTimeout(fail, bounds.milliseconds);
    // V8's limit covers objects only; the memory of byte buffers shows in the size of the process.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.bytes) fail();
    }, WATCH_INTERVAL_MS);
    worker.once('message', (answer: Answer) => end(ok(answer)));
    worker.once('error', fail);
    worker.once('exit', fail);
    worker.ref();
    worker.postMessage(task);
  });
}
