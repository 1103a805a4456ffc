import { afterEach, describe, expect, it } from 'vitest';
import { type ReceiptProfileName, receiptConfigSchema } from '../../../contract/device-config/receipt.ts';
import type { ReceiptDocument } from '../receipt.ts';
import { hurriedClock, openRig, type Rig } from '../testing/rig.ts';
import { PROFILES, profileOf } from './profiles.ts';

const receiptOf = (name: string): ReceiptDocument => [
  { kind: 'pair', label: '姓名', value: name },
  ...Array.from({ length: 6 }, (_, index) => ({ kind: 'text' as const, text: `第 ${index + 1} 行` })),
];
const NAMES = Object.keys(PROFILES).map((name) => [name as ReceiptProfileName] as const);

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

describe.each(NAMES)('%s', (profile) => {
  it('a receipt comes out whole, with no byte that this make does not know', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), settings: { profile }, printMsPerLine: 3 });
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: true, value: undefined });
    expect(rig.received.map(({ text }) => text).join()).toMatch(/姓名 +王桂兰[\s\S]*第 6 行/);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });

  it('paper ends in the middle: told so; the half receipt is never continued for the next person', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), settings: { profile }, printMsPerLine: 3 });
    expect(await rig.printer.print(receiptOf('赵一'))).toMatchObject({ ok: true });
    rig.simulator.set('paperEnd', true, 3);
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.paperOut' });
    rig.simulator.set('paperEnd', false);
    expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
    const last = rig.received.at(-1)?.text ?? '';
    expect(last).toMatch(/李建国[\s\S]*第 6 行/);
    expect(last).not.toMatch(/王桂兰/);
  });

  it('power goes in the middle: no success is claimed', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), settings: { profile }, printMsPerLine: 3 });
    rig.simulator.set('silent', true, 4);
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.offline' });
  });
});

it('hanzi as UTF-8, where the settings ask for it, on a board that knows ESC 9', async () => {
  const settings = { profile: 'xprinter', textCode: 'utf8' } as const;
  rig = await openRig({ on: 'memory', clock: hurriedClock(), settings });
  expect(await rig.printer.print(receiptOf('王桂兰'))).toMatchObject({ ok: true });
  expect(rig.received.map(({ text }) => text).join()).toMatch(/姓名 +王桂兰/);
  expect(rig.simulator.unknownBytes()).toBe(0);
});

it('GS r asked of a printer that does not know it: no success without evidence', async () => {
  const settings = { profile: 'masung', completion: 'queued' } as const;
  rig = await openRig({ on: 'memory', clock: hurriedClock(40), settings });
  expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.offline' });
});

describe('settings', () => {
  const transport = { kind: 'serial', path: '/dev/printer' } as const;
  const parsed = (more: object) => receiptConfigSchema.parse({ driver: 'escpos', transport, ...more });

  it('of before profiles are valid and mean the same', () => {
    const { automatic: _, ...profile } = profileOf(parsed({ widthDots: 384, qr: 'native' }));
    expect(profile).toMatchObject({ widthDots: 384, qr: 'native', completion: 'queued', cut: 'feedAndPartial' });
    expect(profileOf(parsed({}))).toEqual(PROFILES.epson);
  });

  it('overrule the profile, where it is uncertain', () => {
    const changed = { completion: 'queued', cut: 'olderFull', automaticStatus: false };
    const { automatic, ...profile } = profileOf(parsed({ profile: 'custom-vkp80', ...changed }));
    expect(automatic).toBeUndefined();
    expect(profile).toMatchObject({ completion: 'queued', cut: 'olderFull', questions: ['printStatus', 'full'] });
  });
});
