import type { DeviceName } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';

/** Ever stronger ways to get a device back; the last one is said aloud and still tried. */
export type RecoveryStep = 'retry' | 'reset' | 'reopen' | 'outOfService';

const STEPS = ['retry', 'reset', 'reopen', 'outOfService'] as const satisfies readonly RecoveryStep[];

export interface RecoveryRung {
  /** How often the step is tried before the next one; the last step has no end. */
  readonly attempts: number;
  /** Wait before the first attempt of the step, doubled for each further one. */
  readonly waitMs: number;
  readonly maxWaitMs: number;
}

export type RecoveryPlan = Readonly<Record<RecoveryStep, RecoveryRung>> & {
  /** Only after so long without a failure is the climb forgotten; before that the next failure goes on where it was. */
  readonly forgetAfterMs: number;
};

export interface RecoveryState {
  readonly step: RecoveryStep;
  /** Attempts of this step so far. */
  readonly attempts: number;
  readonly failedAtMs: number;
}

export interface RecoveryAction {
  readonly step: RecoveryStep;
  readonly waitMs: number;
  readonly state: RecoveryState;
}

/**
 * What to do about one more failure at `nowMs`. Pure: keep the answered state and hand it in at the next failure;
 * `undefined` is a device that never failed. `atLeast` skips steps that make no sense, as retrying on a port that is gone.
 */
export function nextRecovery(
  plan: RecoveryPlan,
  before: RecoveryState | undefined,
  nowMs: number,
  atLeast: RecoveryStep = 'retry',
): RecoveryAction {
  const known = before && nowMs - before.failedAtMs < plan.forgetAfterMs ? before : undefined;
  let index = known ? STEPS.indexOf(known.step) : 0;
  let attempts = known?.attempts ?? 0;
  if (index < STEPS.indexOf(atLeast)) {
    index = STEPS.indexOf(atLeast);
    attempts = 0;
  }
  while (index < STEPS.length - 1 && attempts >= plan[stepAt(index)].attempts) {
    index += 1;
    attempts = 0;
  }
  const step = stepAt(index);
  const { waitMs, maxWaitMs } = plan[step];
  return {
    step,
    waitMs: Math.min(waitMs * 2 ** Math.min(attempts, 30), maxWaitMs),
    state: { step, attempts: attempts + 1, failedAtMs: nowMs },
  };
}

function stepAt(index: number): RecoveryStep {
  return STEPS[index] ?? 'outOfService';
}

/** The climb of one device, remembered. */
export interface Recovery {
  /** What to do about one more failure. Each step is logged once, until the device was well again. */
  climb(atLeast?: RecoveryStep): RecoveryAction;
  /** It answers: the next failure is told anew, and goes on where the climb was unless that is long ago. */
  well(): void;
}

export interface RecoverySettings {
  readonly plan: RecoveryPlan;
  readonly device: DeviceName;
  readonly clock: Clock;
  readonly log: Log;
}

export function createRecovery({ plan, device, clock, log }: RecoverySettings): Recovery {
  let state: RecoveryState | undefined;
  let said: RecoveryStep | undefined;
  return {
    climb(atLeast) {
      const action = nextRecovery(plan, state, clock.now(), atLeast);
      state = action.state;
      if (action.step !== said) log('device-recovery', { device, step: action.step });
      said = action.step;
      return action;
    },
    well() {
      said = undefined;
    },
  };
}
