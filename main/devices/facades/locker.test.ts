import { expect, test } from 'vitest';
import { ok } from '../../../contract/result.ts';
import { sharedNowMs } from '../../../native/clock.ts';
import type { DeviceLink } from '../device-link.ts';
import { lockerOver } from './locker.ts';

const WITHIN_MS = 5000;

test('a door is asked for with a last moment that does not begin anew in a process that was started meanwhile', async () => {
  const asked: unknown[] = [];
  const link: Pick<DeviceLink, 'call'> = {
    async call(_, args) {
      asked.push(...args);
      return ok(ok('opened'));
    },
  };
  const beforeMs = sharedNowMs();
  expect(await lockerOver(link as DeviceLink).open(7, WITHIN_MS)).toEqual(ok('opened'));
  const [cell, notAfterSharedMs] = asked;
  expect(cell).toBe(7);
  expect(notAfterSharedMs).toBeGreaterThanOrEqual(beforeMs + WITHIN_MS);
  expect(notAfterSharedMs).toBeLessThanOrEqual(sharedNowMs() + WITHIN_MS);
});
