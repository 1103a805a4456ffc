/** Anything that has a present state and says when it changes: a session, the staff's desk. */
interface Changing<T> {
  snapshot(): T;
  subscribe(listener: (snapshot: T) => void): () => void;
}

/** The snapshots of a source as they change, newest only, until the signal aborts. */
export async function* changes<T>(source: Changing<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  let newest: { readonly snapshot: T } | null = { snapshot: source.snapshot() };
  let wake = (): void => undefined;
  const unsubscribe = source.subscribe((snapshot) => {
    newest = { snapshot };
    wake();
  });
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      if (newest) {
        const { snapshot } = newest;
        newest = null;
        yield snapshot;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (newest || signal?.aborted) resolve();
      });
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
