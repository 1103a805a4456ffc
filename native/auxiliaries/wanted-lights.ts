import type { LightName, LightState } from '../../contract/auxiliaries.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { AuxiliariesFailure } from './auxiliaries.ts';
import type { WantedLights } from './lamps.ts';

/** From the wish for a light to the board's yes. */
export const LIGHT_LIMIT_MS = 2_000;

type Answer = Result<void, AuxiliariesFailure>;
type Settle = (answer: Answer) => void;

/** How lights are to be, and who waits to hear that they are. */
export interface LightWishes {
  wanted(): WantedLights;
  /** Answers when told by `settle`, `auxiliaries.offline` after the limit. The wish stays in any case. */
  want(light: LightName, state: LightState): Promise<Answer>;
  /** Those who wait now; wishes that come later are answered the next time. */
  waiting(): readonly Settle[];
}

export function createLightWishes(clock: Clock): LightWishes {
  const wanted = new Map<LightName, LightState>();
  const waiting = new Set<Settle>();
  return {
    wanted: () => wanted,
    want(light, state) {
      wanted.set(light, state);
      return new Promise((resolve) => {
        const settle: Settle = (answer) => {
          cancel();
          waiting.delete(settle);
          resolve(answer);
        };
        const cancel = clock.after(LIGHT_LIMIT_MS, () => settle(err('auxiliaries.offline')));
        waiting.add(settle);
      });
    },
    waiting: () => [...waiting],
  };
}

export const TAKEN: Answer = ok(undefined);
export const NOT_TAKEN: Answer = err('auxiliaries.offline');
