import { describe, expect, it } from 'vitest';
import { kr8aProtocol } from './kr-8a/protocol.ts';
import { onRig } from './on-rig.ts';
import { OPEN_WATCH_MS } from './open-door.ts';
import { kr8aFamily } from './simulator/kr-8a-board.ts';
import { wklyFamily } from './simulator/wkly-board.ts';
import { wklyProtocol } from './wkly/protocol.ts';

const BOARDS = [
  { address: 1, cells: 4, channels: 24 },
  { address: 2, cells: 6, channels: 32 },
];
const WITHIN_MS = 5000;
const KR8A = { protocol: kr8aProtocol({ boards: BOARDS }), family: kr8aFamily, boards: BOARDS };
const WKLY = { protocol: wklyProtocol, family: wklyFamily(), boards: BOARDS };
const MUTE_WKLY = { ...WKLY, family: wklyFamily({ muteOpen: true }) };
const OLD_WKLY = { ...WKLY, family: wklyFamily({ oldHead: true }) };

describe.each([
  ['8A', KR8A],
  ['WKLY', WKLY],
  ['WKLY that answers nothing to an unlock', MUTE_WKLY],
  ['WKLY with old heads', OLD_WKLY],
])('%s', (_, family) => {
  it.concurrent(
    'a cell of the second board opens, is seen open, and is seen shut by hand',
    onRig(family, async (rig) => {
      await rig.doorIs(6, 'closed');
      expect(await rig.lockboard.open(6, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      expect(rig.cabinet.pulses()).toEqual([6]);
      expect(await rig.doors()).toBe('cccccocccc');
      expect(rig.health()?.details).toEqual({ board1: 'online', board2: 'online', openDoors: '1' });
      rig.cabinet.close(6);
      await rig.doorIs(6, 'closed');
      expect(rig.events.filter(({ cell }) => cell === 6).map(({ door }) => door)).toEqual(['closed', 'open', 'closed']);
    }),
  );

  it.concurrent(
    'a door that is open already is not pulsed',
    onRig({ ...family, prepare: ({ cabinet }) => cabinet.open(2) }, async (rig) => {
      expect(await rig.lockboard.open(2, WITHIN_MS)).toEqual({ ok: true, value: 'wasOpen' });
      expect(rig.cabinet.pulses()).toEqual([]);
    }),
  );

  it.concurrent(
    'many people open at once: every door opens, and pulses never overlap',
    onRig(family, async (rig) => {
      const cells = [1, 7, 3];
      const opened = await Promise.all(cells.map((cell) => rig.lockboard.open(cell, WITHIN_MS)));
      expect(opened).toEqual(cells.map(() => ({ ok: true, value: 'opened' })));
      expect(rig.cabinet.pulses().toSorted()).toEqual([1, 3, 7]);
    }),
  );
});

describe('opening a door', () => {
  it.concurrent(
    'asked for twice at once, the lock is pulsed once and the second finds the door open',
    onRig(KR8A, async (rig) => {
      const both = await Promise.all([rig.lockboard.open(3, WITHIN_MS), rig.lockboard.open(3, WITHIN_MS)]);
      expect(both).toEqual([
        { ok: true, value: 'opened' },
        { ok: true, value: 'wasOpen' },
      ]);
      expect(rig.cabinet.pulses()).toEqual([3]);
    }),
  );

  it.concurrent(
    'a door that was pulled open by hand while it waited for another lock is not pulsed any more',
    onRig(WKLY, async (rig) => {
      const first = rig.lockboard.open(1, WITHIN_MS);
      const second = rig.lockboard.open(2, WITHIN_MS);
      await rig.pulsed();
      rig.cabinet.open(2);
      expect(await second).toEqual({ ok: true, value: 'wasOpen' });
      expect(await first).toEqual({ ok: true, value: 'opened' });
      expect(rig.cabinet.pulses()).toEqual([1]);
    }),
  );

  it.concurrent(
    'the lock jams: one pulse, no repeat, and the sensor is believed',
    onRig({ ...KR8A, prepare: ({ cabinet }) => cabinet.setStuckLock(4, true) }, async (rig) => {
      expect(await rig.lockboard.open(4, WITHIN_MS)).toEqual({ ok: false, error: 'locker.notOpened' });
      expect(rig.cabinet.pulses()).toEqual([4]);
    }),
  );

  it.concurrent(
    'the switch is stuck closed: the door is open, the sensor says no, and nothing else is claimed',
    onRig({ ...WKLY, prepare: ({ cabinet }) => cabinet.setStuckSwitch(4, true) }, async (rig) => {
      expect(await rig.lockboard.open(4, WITHIN_MS)).toEqual({ ok: false, error: 'locker.notOpened' });
      expect(rig.cabinet.isOpen(4)).toBe(true);
      expect(rig.cabinet.pulses()).toEqual([4]);
    }),
  );

  it.concurrent(
    'a door that needs a while and a push is waited for',
    onRig({ ...KR8A, prepare: ({ cabinet }) => cabinet.setSpringMs(5, OPEN_WATCH_MS / 2) }, async (rig) => {
      expect(await rig.lockboard.open(5, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      expect(rig.cabinet.pulses()).toEqual([5]);
    }),
  );

  it.concurrent(
    'after its deadline nothing is sent',
    onRig(KR8A, async (rig) => {
      expect(await rig.lockboard.open(1, 0)).toEqual({ ok: false, error: 'locker.offline' });
      // Time for the question whether it is open, not for the pulse that another door has now.
      const [first, second] = await Promise.all([rig.lockboard.open(1, WITHIN_MS), rig.lockboard.open(2, 250)]);
      expect(first).toEqual({ ok: true, value: 'opened' });
      expect(second).toEqual({ ok: false, error: 'locker.offline' });
      expect(rig.cabinet.pulses()).toEqual([1]);
    }),
  );

  it.concurrent(
    'stopped while a lock is under current and another waits: nothing more is sent, and everybody is answered',
    onRig({ ...KR8A, protocol: kr8aProtocol({ boards: BOARDS, pulseSeconds: 9 }) }, async (rig) => {
      rig.cabinet.setStuckLock(1, true);
      const both = [rig.lockboard.open(1, WITHIN_MS), rig.lockboard.open(2, WITHIN_MS)];
      await rig.pulsed();
      await rig.lockboard.stop();
      const asked = rig.asked.length;
      expect(await Promise.all(both)).toEqual([
        { ok: false, error: 'locker.doorUnknown' },
        { ok: false, error: 'locker.offline' },
      ]);
      expect(rig.asked).toHaveLength(asked);
    }),
  );

  it.concurrent(
    'there is no such cell',
    onRig(KR8A, async (rig) => {
      for (const cell of [0, 11, -1, 1.5, Number.NaN]) {
        expect(await rig.lockboard.open(cell, WITHIN_MS)).toEqual({ ok: false, error: 'locker.noSuchCell' });
      }
      expect(rig.cabinet.pulses()).toEqual([]);
    }),
  );

  it.concurrent(
    'with seconds configured, the longer unlock frame is used and the next lock waits for it',
    onRig({ ...KR8A, protocol: kr8aProtocol({ boards: BOARDS, pulseSeconds: 1 }) }, async (rig) => {
      await Promise.all([rig.lockboard.open(1, WITHIN_MS), rig.lockboard.open(2, WITHIN_MS)]);
      expect(rig.asked.filter((frame) => frame.startsWith('8a'))).toEqual(['8a010111019a', '8a0102110199']);
    }),
  );
});

describe('watching doors', () => {
  it.concurrent(
    'locks with the other feedback, and one switch wired against the rest',
    onRig({ ...KR8A, closedIs: 0, inverted: [2] }, async (rig) => {
      expect(await rig.doors()).toBe('cccccccccc');
      expect(await rig.lockboard.open(2, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      expect(await rig.doors()).toBe('cocccccccc');
    }),
  );

  for (const family of [KR8A, WKLY]) {
    it.concurrent(
      `${family.protocol.driver}: a board that reports is heard long before it is asked again`,
      onRig({ ...family, reports: true, pollIntervalMs: 600_000 }, async (rig) => {
        await rig.doorIs(10, 'closed');
        const asked = rig.asked.length;
        rig.cabinet.open(10);
        await rig.doorIs(10, 'open');
        expect(rig.asked).toHaveLength(asked);
        expect(rig.refused('stale')).toBe(0);
      }),
    );
  }

  it.concurrent(
    'the last unknown cell of a short reply stays unknown',
    onRig({ ...WKLY, boards: [{ address: 0, cells: 4, channels: 3 }] }, async (rig) => {
      expect(await rig.doors()).toBe('cccu');
      expect(await rig.lockboard.open(4, WITHIN_MS)).toEqual({ ok: false, error: 'locker.doorUnknown' });
    }),
  );
});
