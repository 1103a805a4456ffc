import type { LightName, LightState, SensorStates } from '../../contract/auxiliaries.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Result } from '../../contract/result.ts';

export type AuxiliariesFailure = Extract<ErrorCode, `auxiliaries.${string}`>;

/** Lights and sensors of the cabinet as the rest of the kiosk uses them. What changes at a sensor comes as an event. */
export interface Auxiliaries {
  /**
   * From now on the light is to be so; it stays wanted through failures and is set again when the board is back. Answers when
   * the board has taken it, `auxiliaries.offline` when it did not within `LIGHT_LIMIT_MS`. A light that this machine does not
   * have has no effect and is no failure.
   */
  setLight(light: LightName, state: LightState): Promise<Result<void, AuxiliariesFailure>>;
  /** As last read, not longer ago than a few polls. Sensors that this machine does not have are absent. */
  sensors(): Promise<Result<SensorStates, AuxiliariesFailure>>;
}

/** Lights and sensors that are watched until they are stopped. */
export interface RunningAuxiliaries extends Auxiliaries {
  /** Puts all lights out, if the board can still be reached, and ends within `STOP_LIMIT_MS`. */
  stop(): Promise<void>;
}
