import { expect, it } from 'vitest';
import { ok } from '../../contract/result.ts';
import { ManualClock } from '../manual-clock.ts';
import type { Wire } from '../transport/wire.ts';
import { createLockboard } from './create-lockboard.ts';
import { wklyProtocol } from './wkly/protocol.ts';

it('a cable that is pulled while its port is being opened: offline, and tried again', async () => {
  const clock = new ManualClock();
  let opened = 0;
  const ended: Wire = {
    write: async () => ({ ok: false, error: 'portGone' }),
    onData: () => undefined,
    // As every wire that has ended before anybody listens.
    onClose: (listener) => listener(),
    close: async () => undefined,
  };
  const states: string[] = [];
  const lockboard = createLockboard({
    opener: {
      async open() {
        opened += 1;
        return ok(ended);
      },
    },
    clock,
    log: () => undefined,
    protocol: wklyProtocol,
    boards: [{ address: 1, cells: 1 }],
    inverted: [],
    pollIntervalMs: 1_000,
    emit: () => undefined,
    report: ({ state }) => states.push(state),
  });
  await clock.advance(30_000);
  expect(states.at(-1)).toBe('offline');
  expect(opened).toBeGreaterThan(1);
  const stopping = lockboard.stop();
  await clock.advance(5_000);
  await stopping;
});
