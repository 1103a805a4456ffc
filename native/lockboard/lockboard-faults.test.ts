import { describe, expect, it } from 'vitest';
import { kr8aProtocol } from './kr-8a/protocol.ts';
import { eventually, type LockboardTestRig } from './lockboard-test-rig.ts';
import { onRig } from './on-rig.ts';
import { kr8aFamily } from './simulator/kr-8a-board.ts';
import { wklyFamily } from './simulator/wkly-board.ts';
import { wklyProtocol } from './wkly/protocol.ts';

const BOARDS = [
  { address: 1, cells: 4, channels: 24 },
  { address: 2, cells: 4, channels: 24 },
  { address: 3, cells: 4, channels: 24 },
];
const WITHIN_MS = 5000;
/** "Within about 2 s" and "within 3 s", for a machine that is busy with other tests. */
const SOON_MS = 3500;
const KR8A = { protocol: kr8aProtocol({ boards: BOARDS }), family: kr8aFamily, boards: BOARDS };
const WKLY = { protocol: wklyProtocol, family: wklyFamily(), boards: BOARDS };
const OFFLINE = { ok: false, error: 'locker.offline' };

const wasReopened = ({ logged }: LockboardTestRig): boolean =>
  logged.some(({ id, fields }) => id === 'device-recovery' && fields.step === 'reopen');
const unlockFrames = ({ asked }: LockboardTestRig): number =>
  asked.filter((frame) => /^8a|^574b4c590..{2}82/.test(frame)).length;

describe.each([
  ['8A', KR8A],
  ['WKLY', WKLY],
])('%s', (_, family) => {
  it.concurrent(
    'the cable is pulled between unlock frame and sensor: nobody knows, and nothing is sent again',
    onRig(family, async (rig) => {
      const opening = rig.lockboard.open(6, WITHIN_MS);
      await rig.pulsed();
      await rig.port.unplug();
      expect(await opening).toEqual({ ok: false, error: 'locker.doorUnknown' });
      await rig.port.plug();
      await rig.deviceIs('online', SOON_MS);
      await rig.doorIs(6, 'open');
      expect(rig.cabinet.pulses()).toEqual([6]);
    }),
  );

  it.concurrent(
    'the cable is pulled after the unlock frame and put back at once: the sensor still tells',
    onRig(family, async (rig) => {
      const opening = rig.lockboard.open(6, WITHIN_MS);
      await rig.pulsed();
      await rig.port.unplug();
      await rig.port.plug();
      expect(await opening).toEqual({ ok: true, value: 'opened' });
      expect(rig.cabinet.pulses()).toEqual([6]);
    }),
  );

  it.concurrent(
    'the cable is pulled before: nothing is sent, not even when it is back',
    onRig(family, async (rig) => {
      await rig.doorIs(6, 'closed');
      await rig.port.unplug();
      expect(await rig.lockboard.open(6, WITHIN_MS)).toEqual(OFFLINE);
      await rig.deviceIs('offline', SOON_MS);
      expect(await rig.lockboard.states()).toEqual(OFFLINE);
      await rig.reasonIs('portMissing');
      await rig.doorIs(6, 'unknown');
      await rig.port.plug();
      await rig.deviceIs('online', SOON_MS);
      await rig.doorIs(6, 'closed');
      expect(unlockFrames(rig)).toBe(0);
    }),
  );

  it.concurrent(
    'one board of three loses its power: only its cells are unknown, the others open',
    onRig(family, async (rig) => {
      await rig.doorIs(12, 'closed');
      rig.line.setMissing(2, true);
      await rig.doorIs(5, 'unknown');
      expect(rig.health()).toMatchObject({
        state: 'online',
        details: { board1: 'online', board2: 'offline', board3: 'online' },
        reasons: ['boardSilent'],
      });
      expect(await rig.lockboard.open(5, WITHIN_MS)).toEqual(OFFLINE);
      expect(await rig.lockboard.open(9, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      const states = await rig.lockboard.states();
      expect(states.ok && states.value.map(({ door }) => door[0]).join('')).toBe('ccccuuuuoccc');
      rig.line.setMissing(2, false);
      await rig.doorIs(5, 'closed', SOON_MS);
      expect(rig.health()?.reasons).toEqual([]);
    }),
  );

  it.concurrent(
    'all boards lose their power: offline with a reason, and back when they are',
    onRig(family, async (rig) => {
      rig.port.setSilent(true);
      await rig.deviceIs('offline', SOON_MS);
      await rig.reasonIs('lineSilent');
      expect(await rig.lockboard.open(1, WITHIN_MS)).toEqual(OFFLINE);
      await eventually(
        SOON_MS,
        () => wasReopened(rig),
        () => JSON.stringify(rig.logged),
      );
      rig.port.setSilent(false);
      await rig.deviceIs('online', SOON_MS);
    }),
  );

  it.concurrent(
    'the board loses its power between unlock frame and sensor',
    onRig(family, async (rig) => {
      const opening = rig.lockboard.open(6, WITHIN_MS);
      await rig.pulsed();
      rig.line.setMissing(2, true);
      expect(await opening).toEqual({ ok: false, error: 'locker.doorUnknown' });
      expect(rig.cabinet.pulses()).toEqual([6]);
    }),
  );

  it.concurrent(
    'one damaged reply says nothing about a door',
    onRig(family, async (rig) => {
      await rig.doorIs(12, 'closed');
      const before = rig.events.length;
      rig.port.onReply(1, { type: 'wrongChecksum' });
      await eventually(
        WITHIN_MS,
        () => rig.refused('checksum') === 1,
        () => JSON.stringify(rig.logged),
      );
      rig.cabinet.open(12);
      await rig.doorIs(12, 'open');
      expect(rig.events.slice(before)).toEqual([{ type: 'door', cell: 12, door: 'open' }]);
    }),
  );

  it.concurrent(
    'a line full of noise: nothing breaks, and doors are seen again when it is over',
    onRig(family, async (rig) => {
      const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 151 + (index >> 3)) & 0xff);
      for (let time = 0; time < 16; time += 1) rig.port.send(noise);
      rig.cabinet.open(8);
      await rig.doorIs(8, 'open', 2 * WITHIN_MS);
    }),
  );
});

describe('two people at once', () => {
  it.concurrent(
    'the cable is pulled while the first lock is under current: across both wires no other is meanwhile',
    onRig({ ...KR8A, protocol: kr8aProtocol({ boards: BOARDS, pulseSeconds: 3 }) }, async (rig) => {
      const first = rig.lockboard.open(1, WITHIN_MS);
      await rig.pulsed();
      await rig.port.unplug();
      await rig.port.plug();
      await rig.deviceIs('offline', SOON_MS);
      await rig.deviceIs('online', SOON_MS);
      await rig.doorIs(12, 'closed');
      expect(await rig.lockboard.open(12, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      expect(await first).toEqual({ ok: true, value: 'opened' });
    }),
  );
});

describe('a board that answers late', () => {
  it.concurrent(
    'WKLY, late by one question: its doors are unknown, never old',
    onRig(WKLY, async (rig) => {
      await rig.doorIs(5, 'closed');
      rig.line.setLateByOne(2, true);
      rig.cabinet.open(5);
      await rig.doorIs(5, 'unknown');
      expect(rig.refused('stale')).toBeGreaterThan(0);
      expect(await rig.lockboard.open(6, WITHIN_MS)).toEqual(OFFLINE);
      expect(rig.cabinet.pulses()).toEqual([]);
      rig.line.setLateByOne(2, false);
      await rig.doorIs(5, 'open', SOON_MS);
      expect(rig.events.filter(({ cell }) => cell === 5).map(({ door }) => door)).toEqual([
        'closed',
        'unknown',
        'open',
      ]);
    }),
  );

  it.concurrent(
    '8A, later than any board answers: its doors are unknown, never old',
    onRig(KR8A, async (rig) => {
      await rig.doorIs(5, 'closed');
      rig.line.setReplyMs(2, 300);
      rig.cabinet.open(5);
      await rig.doorIs(5, 'unknown');
      expect(rig.refused('stale')).toBeGreaterThan(0);
      rig.line.setReplyMs(2, 10);
      await rig.doorIs(5, 'open', SOON_MS);
      expect(rig.events.filter(({ cell }) => cell === 5).map(({ door }) => door)).toEqual([
        'closed',
        'unknown',
        'open',
      ]);
    }),
  );
});

describe('at the start', () => {
  it.concurrent(
    'without a port the locker is offline and says why',
    onRig(
      {
        ...KR8A,
        until: 'offline',
        wrapOpener: () => ({ open: async () => ({ ok: false, error: 'portMissing' }) }),
      },
      async (rig) => {
        expect(rig.health()).toMatchObject({ state: 'offline', reasons: ['portMissing'], evidence: 'portMissing' });
        expect(await rig.lockboard.open(1, WITHIN_MS)).toEqual(OFFLINE);
      },
    ),
  );

  it.concurrent(
    'with one board of three that answers, the locker is online',
    onRig(
      {
        ...WKLY,
        prepare: ({ line }) => {
          line.setMissing(1, true);
          line.setMissing(2, true);
        },
      },
      async (rig) => {
        await rig.doorIs(9, 'closed');
        expect(rig.health()?.details).toMatchObject({ board1: 'offline', board2: 'offline', board3: 'online' });
        expect(await rig.lockboard.open(9, WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      },
    ),
  );
});
