import { describe, expect, it } from 'vitest';
import { nextRecovery, type RecoveryPlan, type RecoveryState } from './recovery-ladder.ts';

const plan: RecoveryPlan = {
  retry: { attempts: 2, waitMs: 10, maxWaitMs: 100 },
  reset: { attempts: 1, waitMs: 50, maxWaitMs: 50 },
  reopen: { attempts: 3, waitMs: 100, maxWaitMs: 250 },
  outOfService: { attempts: 1, waitMs: 1000, maxWaitMs: 1000 },
  forgetAfterMs: 60_000,
};

function climb(
  failures: number,
  state?: RecoveryState,
): { steps: string[]; waits: number[]; state: RecoveryState | undefined } {
  const steps: string[] = [];
  const waits: number[] = [];
  let now = state?.failedAtMs ?? 0;
  for (let i = 0; i < failures; i += 1) {
    now += 100;
    const action = nextRecovery(plan, state, now);
    steps.push(action.step);
    waits.push(action.waitMs);
    state = action.state;
  }
  return { steps, waits, state };
}

describe('recovery ladder', () => {
  it('a device that stays dead climbs every step and stays out of service', () => {
    const { steps, waits } = climb(9);
    expect(steps).toEqual([
      ...['retry', 'retry', 'reset', 'reopen', 'reopen', 'reopen'],
      ...['outOfService', 'outOfService', 'outOfService'],
    ]);
    expect(waits).toEqual([10, 20, 50, 100, 200, 250, 1000, 1000, 1000]);
  });

  it('a device that fails again soon after it came back goes on where it was', () => {
    const { state } = climb(4);
    const again = nextRecovery(plan, state, 30_000);
    expect(again.step).toBe('reopen');
    expect(again.state.attempts).toBe(2);
  });

  it('a device that was well for long begins at the first step', () => {
    const { state } = climb(9);
    expect(nextRecovery(plan, state, 100_000).step).toBe('retry');
  });

  it('a port that is gone is not retried but reopened', () => {
    expect(nextRecovery(plan, undefined, 0, 'reopen')).toMatchObject({ step: 'reopen', waitMs: 100 });
    const { state } = climb(7);
    expect(nextRecovery(plan, state, 800, 'reopen').step).toBe('outOfService');
  });

  it('waits stay capped after a month of failures', () => {
    expect(climb(5000).waits.every((wait) => wait <= 1000)).toBe(true);
  });
});
