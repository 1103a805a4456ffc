import type { Log } from '../../contract/log-events.ts';

export type ReachabilityListener = (reachable: boolean) => void;

/** Whether the center can be reached, as the last exchange showed. Taken for reachable until one fails. */
export interface Reachability {
  reachable(): boolean;
  /** Called at every change; the answer takes the listener away. */
  onReachability(listener: ReachabilityListener): () => void;
  report(reachable: boolean): void;
}

export function createReachability(log: Log): Reachability {
  const listeners = new Set<ReachabilityListener>();
  let now = true;
  return {
    reachable: () => now,
    onReachability(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report(reachable) {
      if (reachable === now) return;
      now = reachable;
      log('center-reachability', { reachable });
      for (const listener of listeners) listener(reachable);
    },
  };
}
