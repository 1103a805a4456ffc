import type { HealthReport } from '../../../contract/device-health.ts';
import type { Rig } from './rig.ts';

const LOOK_INTERVAL_MS = 3;

export interface ExpectedHealth {
  readonly state: HealthReport['state'];
  readonly details?: Readonly<Record<string, string>>;
  readonly reason?: string;
}

/** Resolves when the driver's last word is this; throws with the real one after `limitMs`. */
export async function healthIs(rig: Rig, expected: ExpectedHealth, limitMs = 5_000): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!matches(rig.healths.at(-1), expected)) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms: ${JSON.stringify(rig.healths.at(-1))}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
  }
}

function matches(health: HealthReport | undefined, { state, details = {}, reason }: ExpectedHealth): boolean {
  if (health?.state !== state) return false;
  if (reason !== undefined && !health.reasons.includes(reason)) return false;
  return Object.entries(details).every(([name, value]) => health.details[name] === value);
}
