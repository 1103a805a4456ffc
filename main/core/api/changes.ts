import type { Snapshot } from '../../../contract/screen.ts';
import type { Session } from '../../session/session.ts';

/** The snapshots of a session as they change, newest only, until the signal aborts. */
export async function* changes(
  session: Pick<Session, 'snapshot' | 'subscribe'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Snapshot> {
  let newest: Snapshot | null = session.snapshot();
  let wake = (): void => undefined;
  const unsubscribe = session.subscribe((snapshot) => {
    newest = snapshot;
    wake();
  });
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      if (newest) {
        const next = newest;
        newest = null;
        yield next;
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
