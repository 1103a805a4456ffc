import { Worker } from 'node:worker_threads';
import type { LayoutRequest, LayoutResult } from './layout-request.ts';

/** What goes to the thread, and what comes back; `id` pairs them. */
export type LayoutCall =
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'layOut'; readonly request: LayoutRequest };

export interface LayoutReply {
  readonly id: number;
  /** Absent on `warm`. */
  readonly result?: LayoutResult;
  /** A bug, named without the text that was being laid out. */
  readonly fault?: string;
}

/** Layout in a thread of its own, so that the core keeps answering the page while a long document is laid out. */
export interface DocumentLayout {
  /** Loads the fonts and lays out a blank document, so that the first real one is as fast as the next. */
  warm(): Promise<void>;
  /** As `layOutDocument`. Rejects only on a bug, or when closed meanwhile. */
  layOut(request: LayoutRequest): Promise<LayoutResult>;
  /** Ends the thread; calls under way are rejected. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (reply: LayoutReply) => void;
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
    // The thread alone does not keep the core alive.
    started.unref();
    const end = (reason: Error): void => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    };
    started.on('message', (reply: LayoutReply) => {
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', end);
    started.on('exit', () => end(new Error('the layout thread has ended')));
    return started;
  };

  const call = async (make: (id: number) => LayoutCall): Promise<LayoutReply> => {
    if (closed) throw new Error('the layout thread is closed');
    const thread = worker ?? start();
    worker = thread;
    lastId += 1;
    const id = lastId;
    const reply = await new Promise<LayoutReply>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      thread.ref();
      thread.postMessage(make(id));
    });
    if (reply.fault !== undefined) throw new Error(`layout failed: ${reply.fault}`);
    return reply;
  };

  return {
    async warm() {
      await call((id) => ({ id, kind: 'warm' }));
    },
    async layOut(request) {
      const { result } = await call((id) => ({ id, kind: 'layOut', request }));
      if (result === undefined) throw new Error('the layout thread gave no result');
      return result;
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
