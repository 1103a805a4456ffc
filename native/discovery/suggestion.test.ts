import { expect, it } from 'vitest';
import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import type { Finding, Fit } from './finding.ts';
import { suggestDevices } from './suggestion.ts';

const serial = (path: string) => ({ kind: 'serial', path, baudRate: 9600 });
const finding = (where: string, certainty: Finding['certainty'], fits: readonly Fit[], channels?: number): Finding => ({
  where,
  what: where,
  certainty,
  evidence: '',
  fits,
  ...(channels !== undefined && { channels }),
});
const scanner = (where: string, certainty: Finding['certainty']): Finding =>
  finding(where, certainty, [
    { place: 'scanner', settings: { driver: 'serial-line', transport: serial(where) }, open: [] },
  ]);
const modbus = (where: string, channels: number): Finding =>
  finding(
    where,
    'certain',
    [
      { place: 'auxiliaries', settings: { driver: 'modbus-io', transport: serial(where) }, open: [] },
      {
        place: 'locker',
        settings: { driver: 'modbus-relay', transport: serial(where), boards: [{ address: 1, cells: channels }] },
        open: [],
      },
    ],
    channels,
  );

it('nothing was found: an empty part, which is valid', () => {
  expect(suggestDevices([])).toEqual({ devices: {}, taken: [], others: [] });
});

it('two candidates for one place: the surer one is taken, the other is told', () => {
  const { devices, others } = suggestDevices([scanner('keyboard', 'likely'), scanner('newland', 'certain')]);
  expect(devices).toMatchObject({ scanner: { transport: { path: 'newland' } } });
  expect(others).toMatchObject([{ place: 'scanner', finding: { where: 'keyboard' } }]);
});

it('one Modbus board: the use that switches nothing; the other is told', () => {
  const { devices, others } = suggestDevices([modbus('board', 24)]);
  expect(Object.keys(devices)).toEqual(['auxiliaries']);
  expect(others).toMatchObject([{ place: 'locker', finding: { where: 'board' } }]);
});

it('two Modbus boards: the larger one is the likelier locker', () => {
  const { devices } = suggestDevices([modbus('large', 24), modbus('small', 8)]);
  expect(devices).toMatchObject({
    auxiliaries: { transport: { path: 'small' } },
    locker: { transport: { path: 'large' } },
  });
  expect(devicesConfigSchema.safeParse(devices).success).toBe(true);
});

it('cameras share a place; of two that look at the same the first is taken', () => {
  const camera = (where: string, key: string) =>
    finding(where, 'likely', [{ place: 'cameras', settings: { [key]: { label: where } }, open: [] }]);
  const { devices, others } = suggestDevices([
    camera('doc', 'document'),
    camera('face', 'person'),
    camera('doc 2', 'document'),
  ]);
  expect(devices.cameras).toEqual({ document: { label: 'doc' }, person: { label: 'face' } });
  expect(others).toHaveLength(1);
});

it('what a configuration could not hold is no candidate, whatever a device calls itself', () => {
  const ups = (name: string) =>
    finding(name, 'certain', [{ place: 'ups', settings: { driver: 'nut', ups: name }, open: [] }]);
  expect(suggestDevices([ups('a b'), ups('kiosk')]).devices).toEqual({ ups: { driver: 'nut', ups: 'kiosk' } });
});
