import type { ErrorCode } from '../../../contract/errors.ts';
import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Roster } from '../roster.ts';
import type { RosterContent, StaffMember } from '../roster-file.ts';
import { isPin as isRealPin } from './pin-hash.ts';
import { LOCK_MS, NOBODY, type Tries } from './tries.ts';

/** What somebody showed of themselves. At least one of number and card. */
export interface SignInProof {
  readonly number?: string | undefined;
  /** Keyed hash of the number on the identity card. */
  readonly card?: string | undefined;
  readonly pin: string;
}

export interface SignInRefusal {
  readonly code: Extract<ErrorCode, 'staff.wrong' | 'staff.locked' | 'staff.needsCard' | 'core.storeFailed'>;
  /** Of `staff.locked`. */
  readonly lockedMs?: number | undefined;
}

export type CheckSignIn = (proof: SignInProof) => Promise<Result<StaffMember, SignInRefusal>>;

/**
 * Judges a sign-in. Wrong number, wrong card, wrong PIN, somebody who left: one answer, after the same work. Never rejects.
 */
export function createCheckSignIn(parts: {
  readonly roster: Roster;
  readonly tries: Tries;
  readonly log: Log;
  /** Only for tests of what is counted: hashing is slow on purpose. */
  readonly isPin?: typeof isRealPin;
}): CheckSignIn {
  const { roster, tries, log, isPin = isRealPin } = parts;
  const refuse = (code: SignInRefusal['code'], lockedMs?: number) => {
    log('staff-refused', { code });
    return err<SignInRefusal>({ code, lockedMs });
  };

  return async (proof) => {
    const content = await roster.read();
    const member = memberOf(content, proof);
    const subject = member?.number ?? NOBODY;
    const begun = tries.begin(subject, (member ?? content).clearedAt);
    if (!begun.ok) return refuse(begun.error);
    if (begun.value.lockedMs > 0) return refuse('staff.locked', begun.value.lockedMs);
    const isRight = await isPin(proof.pin, member?.pin);
    if (!member || !isRight) return begun.value.isLast ? refuse('staff.locked', LOCK_MS) : refuse('staff.wrong');
    const cleared = tries.succeeded(subject);
    if (!cleared.ok) return refuse(cleared.error);
    // Told only to who knows the PIN.
    if (member.role === 'administrator' && proof.card === undefined) return refuse('staff.needsCard');
    log('staff-signed-in', { role: member.role, byCard: proof.card !== undefined });
    return ok(member);
  };
}

/** The one active member that everything shown belongs to. */
function memberOf({ people }: RosterContent, { number, card }: SignInProof): StaffMember | undefined {
  if (number === undefined && card === undefined) return undefined;
  return people.find(
    (member) =>
      member.active &&
      (number === undefined || member.number === number) &&
      (card === undefined || member.card === card),
  );
}
