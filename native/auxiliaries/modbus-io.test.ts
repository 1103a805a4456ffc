import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { type AuxiliariesRig, startAuxiliariesRig } from './testing/rig.ts';

let rig: AuxiliariesRig;
const TAKEN = { ok: true, value: undefined };
const OFFLINE = { ok: false, error: 'auxiliaries.offline' };
const ON = { flashRate: 'continuous' } as const;

describe('a board that answers', () => {
  beforeEach(async () => {
    rig = startAuxiliariesRig();
    await rig.is('online');
  });
  afterEach(() => rig.auxiliaries.stop());

  it('a light is said to be on when it is; one that the machine lacks has no effect', async () => {
    expect(await rig.auxiliaries.setLight('cardReader', ON)).toEqual(TAKEN);
    expect(await rig.auxiliaries.setLight('fasciaLight', { ...ON, colour: 'red' })).toEqual(TAKEN);
    expect(await rig.auxiliaries.setLight('contactless', ON)).toEqual(TAKEN);
    expect(rig.board.lights()).toEqual(['cardReader on', 'fasciaLight.red on']);
    expect(await rig.auxiliaries.setLight('cardReader', { flashRate: 'off' })).toEqual(TAKEN);
    expect(rig.board.lights()).toEqual(['fasciaLight.red on']);
  });

  it('a light flashes while inputs are read', async () => {
    await rig.auxiliaries.setLight('scanner', { flashRate: 'quick' });
    await expect.poll(() => rig.shown.slice(-4), { timeout: 5_000 }).toEqual(['', 'scanner on', '', 'scanner on']);
    expect(rig.health()?.state).toBe('online');
  });

  it('sensors at the first reading, and then what changes', async () => {
    expect(rig.events).toEqual([
      'proximitySensor notPresent',
      'cabinetDoor closed',
      'tamperSensor off',
      'operatorSwitch run',
    ]);
    rig.board.setSensor('proximitySensor', 'present');
    rig.board.setSensor('cabinetDoor', 'tampered');
    await expect
      .poll(() => rig.events.slice(4).toSorted(), { timeout: 5_000 })
      .toEqual(['cabinetDoor tampered', 'proximitySensor present']);
    expect(await rig.auxiliaries.sensors()).toMatchObject({ ok: true, value: { proximitySensor: 'present' } });
    expect(rig.health()?.details).toMatchObject({ cabinetDoor: 'tampered', operatorSwitch: 'run' });
  });

  it('a supply that failed for a moment: lights are set again', { timeout: 20_000 }, async () => {
    await rig.auxiliaries.setLight('statusGood', ON);
    rig.board.slave.losePower();
    expect(rig.board.lights()).toEqual([]);
    await expect.poll(() => rig.board.lights(), { timeout: 15_000 }).toEqual(['statusGood on']);
  });

  it('replies with wrong checks, missing, cut in their bits or late: nothing wrong is ever told', async () => {
    await rig.auxiliaries.setLight('statusGood', ON);
    rig.port.onReply(1, { type: 'wrongChecksum' });
    rig.port.onReply(3, { type: 'drop' });
    rig.port.onReply(6, { type: 'corrupt', byte: 0 });
    rig.port.onReply(9, { type: 'delay', ms: 330 });
    const before = rig.port.replies();
    await expect.poll(() => rig.port.replies(), { timeout: 10_000 }).toBeGreaterThan(before + 14);
    await rig.is('online');
    expect(rig.events).toHaveLength(4);
    expect(rig.board.lights()).toEqual(['statusGood on']);
    expect(rig.logged).toContain('wire-refused');
  });

  it('noise between replies is discarded and has no effect', async () => {
    rig.port.send(Uint8Array.from({ length: 300 }, (_, index) => (index * 7) & 0xff));
    await expect.poll(() => rig.logged, { timeout: 5_000 }).toContain('wire-discarded');
    rig.board.setSensor('proximitySensor', 'present');
    await expect.poll(() => rig.events.at(-1), { timeout: 5_000 }).toBe('proximitySensor present');
  });

  it('a board that refuses is no board without power', async () => {
    rig.board.slave.setFault(4);
    await rig.is('hardwareError');
    expect(rig.health()?.reasons).toContain('deviceFailure');
    expect(await rig.auxiliaries.sensors()).toEqual(OFFLINE);
    rig.board.slave.setFault(undefined);
    await rig.is('online');
  });

  it('a silent board is offline and its sensors unknown; back, its lights are as wanted meanwhile', async () => {
    rig.port.setSilent(true);
    await rig.is('offline', 4_000);
    expect(rig.health()).toMatchObject({ reasons: ['noReply'], details: { cabinetDoor: 'unknown' } });
    expect(await rig.auxiliaries.setLight('statusBad', ON)).toEqual(OFFLINE);
    expect(await rig.auxiliaries.sensors()).toEqual(OFFLINE);
    rig.board.slave.losePower();
    rig.port.setSilent(false);
    await expect.poll(() => rig.board.lights(), { timeout: 6_000 }).toEqual(['statusBad on']);
    await rig.is('online');
    expect(rig.events).toHaveLength(4);
  });

  it('all lights are off after the end', async () => {
    await rig.auxiliaries.setLight('statusGood', ON);
    await rig.auxiliaries.setLight('scanner', { flashRate: 'quick' });
    await rig.auxiliaries.stop();
    expect(rig.board.lights()).toEqual([]);
    expect(await rig.auxiliaries.setLight('statusGood', ON)).toEqual(OFFLINE);
  });
});

describe('other boards', () => {
  afterEach(() => rig.auxiliaries.stop());

  it('a relay that the board lacks: said so, other lights and sensors work', async () => {
    rig = startAuxiliariesRig({ lights: { scanner: { coil: 40 }, statusGood: { coil: 4 } } });
    await rig.is('hardwareError');
    expect(rig.health()?.reasons).toEqual(['illegalDataAddress']);
    await rig.auxiliaries.setLight('statusGood', ON);
    expect(rig.board.lights()).toEqual(['statusGood on']);
    expect(await rig.auxiliaries.sensors()).toMatchObject({ ok: true, value: { cabinetDoor: 'closed' } });
  });

  it('a tower keeps its own rhythm', async () => {
    rig = startAuxiliariesRig({ flashing: 'board' });
    expect(await rig.auxiliaries.setLight('statusBad', { flashRate: 'medium' })).toEqual(TAKEN);
    expect(rig.board.lights()).toEqual(['statusBad flash1Hz']);
  });

  it('no board at all', async () => {
    rig = startAuxiliariesRig();
    await rig.port.unplug();
    await rig.is('offline');
    expect(await rig.auxiliaries.setLight('statusGood', ON)).toEqual(OFFLINE);
  });

  it('the end comes although the board is silent', async () => {
    rig = startAuxiliariesRig();
    await rig.is('online');
    rig.port.setSilent(true);
    await rig.auxiliaries.stop();
  });
});

it('the cable pulled and put back: lights as before, door as it is now', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'auxiliaries-'));
  const terminal = await openPseudoTerminal(join(folder, 'io'));
  rig = startAuxiliariesRig({}, terminal);
  try {
    await rig.auxiliaries.setLight('statusGood', ON);
    await rig.is('online');
    await rig.port.unplug();
    await rig.is('offline');
    rig.board.slave.losePower();
    rig.board.setSensor('cabinetDoor', 'open');
    await rig.port.plug();
    await rig.is('online', 6_000);
    await expect.poll(() => rig.board.lights(), { timeout: 5_000 }).toEqual(['statusGood on']);
    await expect.poll(() => rig.events.at(-1), { timeout: 5_000 }).toBe('cabinetDoor open');
  } finally {
    await rig.auxiliaries.stop();
    await terminal.close();
    await rm(folder, { recursive: true, force: true });
  }
});
