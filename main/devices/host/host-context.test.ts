import { expect, test } from 'vitest';
import type { HealthReport } from '../../../contract/device-health.ts';
import { ManualClock } from '../../../native/manual-clock.ts';
import type { HostToCore } from '../host-protocol.ts';
import { createHostContext } from './host-context.ts';

const online = (evidence: string, media = 'present'): HealthReport => ({
  state: 'online',
  details: { media },
  reasons: [],
  evidence,
});

test('an old report is not told again as new evidence: changes travel at once, newer evidence once, silence is silence', () => {
  const sent: HostToCore[] = [];
  const { context, unsaid } = createHostContext({
    clock: new ManualClock(),
    assetsDir: '/nowhere',
    send: (message) => sent.push(message),
    describe: undefined,
    watched: false,
  });
  expect(unsaid()).toBeUndefined();
  context.report(online('first'));
  expect(sent).toEqual([{ type: 'health', health: online('first') }]);
  expect(unsaid()).toBeUndefined();
  context.report(online('second'));
  context.report(online('third'));
  expect(sent).toHaveLength(1);
  expect(unsaid()).toEqual(online('third'));
  expect(unsaid()).toBeUndefined();
  context.report(online('fourth'));
  context.report(online('fifth', 'notPresent'));
  expect(sent).toHaveLength(2);
  expect(unsaid()).toBeUndefined();
});
