import { randomUUID } from 'node:crypto';
import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { Clock } from '../../../native/clock.ts';

/** A grant that nobody uses or gives back for so long is void, milliseconds. */
export const GRANT_LIMIT_MS = 5 * 60_000;

export interface Grant {
  readonly grantId: string;
  readonly parcelId: string;
  readonly by: 'holder' | 'agent';
  /** Of an agent, if it lay on the reader. */
  readonly agentCard: IdentityCard | undefined;
}

/** Who has proved what in this start of the core; in memory only. One grant to a parcel. */
export interface Grants {
  /** Undefined: somebody else has one for this parcel. */
  give(grant: Omit<Grant, 'grantId'>): Grant | undefined;
  get(grantId: string): Grant | undefined;
  isHeld(parcelId: string): boolean;
  /** It is used: its time begins anew. */
  use(grantId: string): void;
  drop(grantId: string): void;
  stop(): void;
}

export function createGrants(clock: Clock, onVoid: (grant: Grant) => void): Grants {
  const held = new Map<string, { grant: Grant; cancel: () => void }>();
  const limit = (grant: Grant): (() => void) =>
    clock.after(GRANT_LIMIT_MS, () => {
      if (held.delete(grant.grantId)) onVoid(grant);
    });
  const isHeld = (parcelId: string): boolean => [...held.values()].some(({ grant }) => grant.parcelId === parcelId);
  return {
    give(what) {
      if (isHeld(what.parcelId)) return undefined;
      const grant = { ...what, grantId: randomUUID() };
      held.set(grant.grantId, { grant, cancel: limit(grant) });
      return grant;
    },
    get: (grantId) => held.get(grantId)?.grant,
    isHeld,
    use(grantId) {
      const entry = held.get(grantId);
      if (!entry) return;
      entry.cancel();
      entry.cancel = limit(entry.grant);
    },
    drop(grantId) {
      held.get(grantId)?.cancel();
      held.delete(grantId);
    },
    stop() {
      for (const { cancel } of held.values()) cancel();
      held.clear();
    },
  };
}
