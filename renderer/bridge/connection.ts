import { type ResidentEvent, residentEventSchema } from '../../contract/resident-event.ts';
import { type Snapshot, snapshotSchema } from '../../contract/screen.ts';
import { openCoreClient } from './client.ts';

/** A break shorter than this is not shown: the core may only be busy. */
export const DISCONNECT_GRACE_MS = 1_000;
/** A subscription that the core ended is asked for again after this time. */
const RESUBSCRIBE_MS = 500;

/** What the page has from the core. Only `live` has a snapshot: the others leave nothing of a person behind. */
export type View = { readonly kind: 'live'; readonly snapshot: Snapshot } | { readonly kind: 'oneMoment' };

export interface Connection {
  view(): View;
  /** Calls after every change; the answer unsubscribes. */
  subscribe(call: () => void): () => void;
  /** Sends what the person did; dropped while there is no connection, because a late touch is a wrong touch. */
  send(event: ResidentEvent): void;
  close(): void;
}

const ONE_MOMENT: View = { kind: 'oneMoment' };

/** Connects to the core at `ws://…/trpc` and keeps trying for ever. */
export function connectToCore(url: string): Connection {
  let view: View = ONE_MOMENT;
  let open = false;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let resubscribeTimer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = (): void => undefined;
  const listeners = new Set<() => void>();

  const show = (next: View): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const receive = (data: unknown): void => {
    const snapshot = snapshotSchema.safeParse(data);
    if (snapshot.success) {
      show({ kind: 'live', snapshot: snapshot.data });
      return;
    }
    // The issues name keys and kinds of values, never the values.
    console.error('the core sent a snapshot that does not fit the contract', snapshot.error.issues);
    show(ONE_MOMENT);
  };

  const client = openCoreClient(url, {
    open: () => {
      open = true;
      clearTimeout(graceTimer);
      graceTimer = undefined;
    },
    close: () => {
      open = false;
      graceTimer ??= setTimeout(() => show(ONE_MOMENT), DISCONNECT_GRACE_MS);
    },
  });
  const resubscribe = (): void => {
    clearTimeout(resubscribeTimer);
    resubscribeTimer = setTimeout(listen, RESUBSCRIBE_MS);
  };
  function listen(): void {
    unsubscribe();
    const subscription = client.trpc.snapshot.subscribe(undefined, {
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
      client.trpc.send.mutate(residentEventSchema.parse(event)).catch((error: unknown) => {
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
