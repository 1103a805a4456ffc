import { useCallback, useEffect, useState } from 'react';
import type { DockAction, DockState } from '../../contract/dock.ts';
import { act, fetchDockState } from './rig.ts';

const POLL_INTERVAL_MS = 500;

export interface Dock {
  readonly state: DockState | null;
  /** Why the last request failed; null: it did not. */
  readonly fault: string | null;
  readonly act: (action: DockAction) => void;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The rig's state, polled, one request at a time; an action is followed by a look at once. */
export function useDock(): Dock {
  const [state, setState] = useState<DockState | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const look = useCallback(async (signal: AbortSignal) => {
    try {
      setState(await fetchDockState(signal));
      setFault(null);
    } catch (error) {
      if (!signal.aborted) setFault(reason(error));
    }
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const poll = async (): Promise<void> => {
      await look(leaving.signal);
      if (!leaving.signal.aborted) timer = setTimeout(poll, POLL_INTERVAL_MS);
    };
    void poll();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [look]);

  const actAndLook = useCallback(
    (action: DockAction) => {
      act(action)
        .then(() => look(new AbortController().signal))
        .catch((error: unknown) => setFault(reason(error)));
    },
    [look],
  );
  return { state, fault, act: actAndLook };
}
