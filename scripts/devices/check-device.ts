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

export type CheckOutcome = 'passed' | 'failed' | 'interrupted' | 'absent';

/**
 * Runs one device's own check with a technician before it. `ended`: somebody wants it to end; the driver is then stopped in
 * order, which puts lights out, and the check was interrupted.
 */
export async function checkDevice(
  config: KioskConfig,
  device: DeviceName,
  say: Say,
  cell: number | undefined,
  ended: Promise<void>,
): Promise<CheckOutcome> {
  const ears = createEars();
  const link = openDevice(config, device, {
    onEvent: ears.hear,
    onHealth: (health) => say.line('health', `  ${healthText(health)}`, { health }),
  });
  if (!link) return 'absent';
  const undo: (() => Promise<unknown>)[] = [];
  const check = async (): Promise<CheckOutcome> => {
    const limit = performance.now() + ONLINE_LIMIT_MS;
    // Who has the port will not give it back while we wait.
    const isBusy = (): boolean => link.health().reasons.includes('portBusy');
    while (link.health().state !== 'online' && !isBusy() && performance.now() < limit) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
    }
    const online = link.health().state === 'online';
    if (!online) say.line('result', `FAILED: it does not answer (${link.health().reasons.join(', ') || 'silent'})`);
    const passed =
      online && (await CHECKS[device]({ link, say, cell, next: ears.next, undoLater: (act) => undo.push(act) }));
    if (online) say.line('result', passed ? 'PASSED' : 'FAILED', { passed });
    return passed ? 'passed' : 'failed';
  };
  const interrupted = ended.then((): CheckOutcome => 'interrupted');
  try {
    const outcome = await Promise.race([check(), interrupted]);
    if (outcome === 'interrupted') await Promise.all(undo.map((act) => act()));
    return outcome;
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
