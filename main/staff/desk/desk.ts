import type { ErrorCode } from '../../../contract/errors.ts';
import type { Direction, LockerCase } from '../../../contract/locker.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import type { Locker, StaffActor } from '../../locker/locker.ts';
import type { CheckSignIn } from '../sign-in/check-sign-in.ts';
import type { LastPutIn, SignedIn, StaffState } from './state.ts';

export interface StaffDeskParts {
  readonly locker: Pick<Locker, 'view' | 'staff'>;
  readonly checkSignIn: CheckSignIn;
  /** Whether somebody on the list has the card with this keyed hash, hexadecimal. */
  isListed(card: string): Promise<boolean>;
  /** Keyed hash of the number on an identity card. */
  fingerprint(idNumber: string): Buffer;
  /** `case.…`: the center has judged it; `center.…`: it could not be asked. Bounded in time, never rejects. */
  findCase(caseNumber: string, direction: Direction, signal: AbortSignal): Promise<Result<LockerCase, ErrorCode>>;
  lookForCode(on: boolean): void;
  hasScanner(): boolean;
  offline(): boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly kiosk: { readonly id: string; readonly site: string };
  /** Silence until the warning, milliseconds. */
  readonly idleMs?: number | undefined;
  /** Nobody of the staff is here any more. */
  onClosed(): void;
}

/** What the function of a state has to work with. */
export interface Desk {
  readonly parts: StaffDeskParts;
  state(): StaffState;
  /** On to another state; whoever watches is told. */
  go(state: StaffState): void;
  /** Throws while nobody is signed in: no state of the jobs is reached before. */
  signed(): SignedIn;
  signIn(who: SignedIn): void;
  /** A document lies behind its door. */
  countPutIn(last: LastPutIn): void;
  /** In whose name the locker acts. */
  actor(second?: string): StaffActor;
  /** Signs out, whatever is shown. */
  close(reason: 'signOut' | 'idle' | 'stop'): void;
}
