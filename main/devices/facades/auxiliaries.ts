import { err } from '../../../contract/result.ts';
import type { Auxiliaries } from '../../../native/auxiliaries/auxiliaries.ts';
import type { DeviceLink } from '../device-link.ts';

const LIMITS = { beginMs: 2_000, endMs: 5_000 };

/** Lights and sensors in their process, as the rest of the kiosk uses them. */
export function auxiliariesOver(link: DeviceLink): Auxiliaries {
  return {
    async setLight(light, state) {
      const answer = await link.call('setLight', [light, state], LIMITS);
      return answer.ok ? (answer.value as Awaited<ReturnType<Auxiliaries['setLight']>>) : err('auxiliaries.offline');
    },
    async sensors() {
      const answer = await link.call('sensors', [], LIMITS);
      return answer.ok ? (answer.value as Awaited<ReturnType<Auxiliaries['sensors']>>) : err('auxiliaries.offline');
    },
  };
}
