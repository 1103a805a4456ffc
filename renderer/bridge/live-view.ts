import type { CoreClient } from './client.ts';
import { openCoreClient } from './client.ts';

/** A break shorter than this is not shown: the core may only be busy. */
export const DISCONNECT_GRACE_MS = 1_000;
/** A subscription that the core ended is asked for again after this time. */
const RESUBSCRIBE_MS = 500;

type Api = CoreClient['trpc'];

/** What a page has from the core. Only `live` has a snapshot: the other leaves nothing of a person behind. */
export type LiveView<T> = { readonly kind: 'live'; readonly snapshot: T } | { readonly kind: 'oneMoment' };

export interface LiveConnection<T, E> {
  view(): LiveView<T>;
  /** Calls after every change; the answer unsubscribes. */
  subscribe(call: () => void): () => void;
  /** Sends what the person did; dropped while there is no connection, because a late touch is a wrong touch. */
  send(event: E): void;
  close(): void;
}

interface Heard {
  onData(data: unknown): void;
  onError(error: { readonly message: string }): void;
  onComplete(): void;
}

/** One subscription of the core and the mutation that answers it. */
export interface Channel<T, E extends { readonly type: string }> {
  /** Undefined: it does not fit the contract. `issues` name keys and kinds of values, never the values. */
  parse(data: unknown): { readonly data?: T | undefined; readonly error?: { readonly issues: unknown } | undefined };
  listen(api: Api, on: Heard): { unsubscribe(): void };
  send(api: Api, event: E): Promise<unknown>;
}

/** Connects to the core at `ws://…/trpc`, shows the newest snapshot of one channel, and keeps trying for ever. */
export function openLiveView<T, E extends { readonly type: string }>(
  url: string,
  channel: Channel<T, E>,
): LiveConnection<T, E> {
  const oneMoment: LiveView<T> = { kind: 'oneMoment' };
  let view: LiveView<T> = oneMoment;
  let open = false;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let resubscribeTimer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = (): void => undefined;
  const listeners = new Set<() => void>();

  const show = (next: LiveView<T>): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const receive = (data: unknown): void => {
    const snapshot = channel.parse(data);
    if (snapshot.data !== undefined) {
      show({ kind: 'live', snapshot: snapshot.data });
      return;
    }
    console.error('the core sent a snapshot that does not fit the contract', snapshot.error?.issues);
    show(oneMoment);
  };

  const client = openCoreClient(url, {
    open: () => {
      open = true;
      clearTimeout(graceTimer);
      graceTimer = undefined;
    },
    close: () => {
      open = false;
      graceTimer ??= setTimeout(() => show(oneMoment), DISCONNECT_GRACE_MS);
    },
  });
  const resubscribe = (): void => {
    clearTimeout(resubscribeTimer);
    resubscribeTimer = setTimeout(listen, RESUBSCRIBE_MS);
  };
  function listen(): void {
    unsubscribe();
    const subscription = channel.listen(client.trpc, {
      onData: receive,
      onError: (error) => {
        console.error('the core ended the snapshots', error.message);
        resubscribe();
      },
      onComplete: resubscribe,
    });
    unsubscribe = () => subscription.unsubscribe();
  }
  listen();

  return {
    view: () => view,
    subscribe(call) {
      listeners.add(call);
      return () => listeners.delete(call);
    },
    send(event) {
      if (!open) return;
      channel.send(client.trpc, event).catch((error: unknown) => {
        console.error('the core did not take an event', event.type, error instanceof Error ? error.message : '');
      });
    },
    close() {
      clearTimeout(graceTimer);
      clearTimeout(resubscribeTimer);
      unsubscribe();
      client.close();
    },
  };
}
