import type { KioskConfig } from '../../contract/config.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import { systemClock } from '../../native/clock.ts';
import { checkAuxiliaries } from './checks/auxiliaries.ts';
import type { CheckParts, DeviceCheck } from './checks/check.ts';
import { checkDocument } from './checks/document.ts';
import { checkIdCard } from './checks/id-card.ts';
import { checkLocker } from './checks/locker.ts';
import { checkReceipt } from './checks/receipt.ts';
import { checkScanner } from './checks/scanner.ts';
import { checkSocialCard } from './checks/social-card.ts';
import { checkUps } from './checks/ups.ts';
import { healthText, openDevice } from './open-device.ts';
import type { Say } from './say.ts';

/** A device that is plugged in says so by then. */
export const ONLINE_LIMIT_MS = 15_000;
const LOOK_INTERVAL_MS = 50;

const CHECKS: Readonly<Record<DeviceName, DeviceCheck>> = {
  idCard: checkIdCard,
  socialCard: checkSocialCard,
  scanner: checkScanner,
  receipt: checkReceipt,
  document: checkDocument,
  locker: checkLocker,
  auxiliaries: checkAuxiliaries,
  ups: checkUps,
};

export type CheckOutcome = 'passed' | 'failed' | 'absent';

/** Runs one device's own check with a technician before it. */
export async function checkDevice(
  config: KioskConfig,
  device: DeviceName,
  say: Say,
  cell: number | undefined,
): Promise<CheckOutcome> {
  const ears = createEars();
  const link = openDevice(config, device, {
    onEvent: ears.hear,
    onHealth: (health) => say.line('health', `  ${healthText(health)}`, { health }),
  });
  if (!link) return 'absent';
  try {
    const limit = performance.now() + ONLINE_LIMIT_MS;
    while (link.health().state !== 'online' && performance.now() < limit) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    }
    const online = link.health().state === 'online';
    if (!online) say.line('result', `FAILED: it does not answer: ${healthText(link.health())}`);
    const passed = online && (await CHECKS[device]({ link, say, cell, next: ears.next }));
    if (online) say.line('result', passed ? 'PASSED' : 'FAILED', { passed });
    return passed ? 'passed' : 'failed';
  } finally {
    await link.stop();
  }
}

/** Events as they come, and waiting for one of them. */
function createEars(): { hear(event: unknown): void; next: CheckParts['next'] } {
  const waiting = new Set<(event: unknown) => void>();
  return {
    hear(event) {
      for (const ear of [...waiting]) ear(event);
    },
    next: (wanted, limitMs) =>
      new Promise((resolve) => {
        const settle = (value: ReturnType<typeof wanted>): void => {
          waiting.delete(ear);
          cancel();
          resolve(value);
        };
        const ear = (event: unknown): void => {
          const value = wanted(event);
          if (value !== undefined) settle(value);
        };
        const cancel = systemClock.after(limitMs, () => settle(undefined));
        waiting.add(ear);
      }),
  };
}
