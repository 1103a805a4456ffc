import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { Scanned } from '../../contract/scanned.ts';
import type { StaffSnapshot } from '../../contract/staff.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';

/** The staff's work at this machine, one person at a time: touches, cards and scans in, snapshots out. */
export interface StaffDesk {
  send(event: StaffEvent): void;
  /** Whether the list of staff has this card. Never rejects. */
  knows(card: IdentityCard): Promise<boolean>;
  /** A sign-in waits for a card. */
  wantsCard(): boolean;
  /** A card that was read while nobody's visit runs. True: it was for the staff (a sign-in waits for one). */
  card(card: IdentityCard): boolean;
  /** A card that was put for a sign-in cannot be used. */
  cardFailed(code: ErrorCode): void;
  /** True: it was for the staff (a case to put in). */
  scanned(scanned: Scanned): boolean;
  /** Somebody is signed in, or signing in. */
  busy(): boolean;
  snapshot(): StaffSnapshot;
  subscribe(listener: (snapshot: StaffSnapshot) => void): () => void;
  /** Something around it changed: network, locker. */
  refresh(): void;
  stop(): void;
}
