import { Worker } from 'node:worker_threads';
import type { DeliveredStamp, StampResult } from '../delivered/stamp-delivered.ts';
import type { LayoutRequest, LayoutResult } from './layout-request.ts';
import type { ThreadCall, ThreadReply, ThreadTask } from './thread-messages.ts';

/** A document of 5,000 rows takes about a second; after this the thread is taken for stuck and replaced. */
export const LAYOUT_LIMIT_MS = 20_000;

/** Layout in a thread of its own, so that the core keeps answering the page while a long document is laid out. */
export interface DocumentLayout {
  /** Loads the fonts and lays out a blank document, so that the first real one is as fast as the next. */
  warm(): Promise<void>;
  /** As `layOutDocument`. Rejects only on a bug, or when closed meanwhile. */
  layOut(request: LayoutRequest): Promise<LayoutResult>;
  /** As `stampDelivered`. */
  stamp(pdf: Uint8Array, stamp: DeliveredStamp): Promise<StampResult>;
  /** Ends the thread; calls under way are rejected. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (reply: ThreadReply) => void;
  readonly reject: (reason: Error) => void;
}

/** The thread starts at the first call, and again at the next call if it died. */
export function openDocumentLayout(): DocumentLayout {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let closed = false;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(new URL('./layout-worker.ts', import.meta.url));
    // Without work the thread does not keep the core alive.
    started.unref();
    started.on('message', (reply: ThreadReply) => {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
    });
    const end = (reason: Error): void => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    };
    started.on('error', end);
    started.on('exit', () => end(new Error('the layout thread has ended')));
    return started;
  };

  const call = async (task: ThreadTask): Promise<unknown> => {
    if (closed) throw new Error('the layout thread is closed');
    const thread = worker ?? start();
    worker = thread;
    lastId += 1;
    const message: ThreadCall = { id: lastId, task };
    const limit = setTimeout(() => void thread.terminate(), LAYOUT_LIMIT_MS);
    try {
      const reply = await new Promise<ThreadReply>((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
        thread.ref();
        thread.postMessage(message);
      });
      if ('fault' in reply) throw new Error(`layout failed: ${reply.fault}`);
      return reply.answer;
    } finally {
      clearTimeout(limit);
    }
  };

  return {
    async warm() {
      await call({ kind: 'warm' });
    },
    layOut: (request) => call({ kind: 'layOut', request }) as Promise<LayoutResult>,
    stamp: (pdf, stamp) => call({ kind: 'stamp', pdf, stamp }) as Promise<StampResult>,
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
