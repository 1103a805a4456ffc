import type { StaffScreen } from '../../../contract/staff.ts';
import type { SignInState } from '../desk/state.ts';

/**
 * Of the PIN only how long it is. A card shows no number: whose it is would be told to whoever found it.
 * `nowMs`: on the same clock as `lockedUntilMs`.
 */
export function signInScreen(state: SignInState, nowMs: number): StaffScreen {
  const { step, typed, number, card, pin, second, lockedUntilMs } = state;
  const lockedSeconds = lockedUntilMs === undefined ? 0 : Math.ceil((lockedUntilMs - nowMs) / 1000);
  const isLockOver = lockedUntilMs !== undefined && lockedSeconds <= 0;
  return {
    name: 'signIn',
    step,
    typed,
    pinLength: pin.length,
    ...(number !== undefined && { number }),
    byCard: card !== undefined,
    ...(state.refused !== undefined && !isLockOver && { refused: state.refused }),
    ...(lockedSeconds > 0 && { lockedSeconds }),
    ...(second && { second: { cell: second.cell } }),
  };
}
