import type { ErrorCode } from '../../../contract/errors.ts';
import type { StaffEvent } from '../../../contract/staff-event.ts';
import { staffNumberSchema } from '../../../contract/staff-rows.ts';
import type { Desk } from '../desk/desk.ts';
import type { SecondSignature, SignInState } from '../desk/state.ts';
import { typed } from '../desk/typed.ts';
import type { StaffMember } from '../roster-file.ts';
import type { SignInRefusal } from './check-sign-in.ts';
import { pinSchema } from './pin-hash.ts';

const LONGEST = 8;

/** The beginning; for `second`, of the one who signs with the first. */
export const askWho = (second?: SecondSignature): SignInState => ({
  name: 'signIn',
  step: 'who',
  typed: '',
  pin: '',
  checking: false,
  second,
});

export function onSignIn(desk: Desk, state: SignInState, event: StaffEvent): void {
  // The answer comes at once; what is typed meanwhile would fall into the next step.
  if (state.checking) return;
  if (event.type === 'back') leave(desk, state);
  else if (event.type === 'key') onKey(desk, state, event.key);
}

/** A card on the reader, by its keyed hash. True: it was awaited. */
export function onStaffCard(desk: Desk, state: SignInState, card: string): boolean {
  if (state.checking) return true;
  desk.go({ ...withoutRefusal(state), step: 'pin', card, pin: '' });
  return true;
}

/** It is told once; a card that lies there and is tried again and again is nobody who does something. */
export function onStaffCardFailed(desk: Desk, state: SignInState, code: ErrorCode): void {
  if (!state.checking && state.refused !== code) desk.go({ ...withoutRefusal(state), refused: code });
}

function onKey(desk: Desk, state: SignInState, key: Extract<StaffEvent, { type: 'key' }>['key']): void {
  if (state.step === 'who') {
    if (key !== 'enter') desk.go({ ...withoutRefusal(state), typed: typed(state.typed, key, LONGEST) });
    else if (staffNumberSchema.safeParse(state.typed).success) {
      desk.go({ ...withoutRefusal(state), step: 'pin', number: state.typed, pin: '' });
    }
  } else if (key !== 'enter') desk.go({ ...withoutRefusal(state), pin: typed(state.pin, key, LONGEST) });
  else if (pinSchema.safeParse(state.pin).success) void check(desk, state);
}

async function check(desk: Desk, state: SignInState): Promise<void> {
  const { number, card, pin, second } = state;
  const waiting: SignInState = { ...withoutRefusal(state), pin: '', checking: true };
  desk.go(waiting);
  const answer = await desk.parts.checkSignIn({ number, card, pin });
  // Meanwhile signed out by silence, or the machine ends.
  if (desk.state() !== waiting) return;
  if (!answer.ok) desk.go(refused(desk, waiting, answer.error));
  else if (second) signSecond(desk, waiting, second, answer.value.number);
  else begin(desk, answer.value);
}

function begin(desk: Desk, { number, name, role }: StaffMember): void {
  desk.signIn({ number, name, role, putIn: 0 });
  desk.go({ name: 'jobs' });
}

function signSecond(desk: Desk, state: SignInState, second: SecondSignature, number: string): void {
  if (number === desk.signed().number) desk.go({ ...askWho(state.second), refused: 'staff.sameSecond' });
  else second.resume(number);
}

function refused(desk: Desk, state: SignInState, { code, lockedMs }: SignInRefusal): SignInState {
  // The number is known to be right: only the card is missing.
  if (code === 'staff.needsCard') return { ...state, checking: false, refused: code };
  const lockedUntilMs = lockedMs === undefined ? undefined : desk.parts.clock.now() + lockedMs;
  return { ...askWho(state.second), refused: code, lockedUntilMs };
}

function leave(desk: Desk, { step, second }: SignInState): void {
  if (step === 'pin') desk.go(askWho(second));
  else if (second) desk.go(second.back);
  else desk.close('signOut');
}

const withoutRefusal = (state: SignInState): SignInState => ({
  ...state,
  refused: undefined,
  lockedUntilMs: undefined,
});
