import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { serveSlaves } from '../modbus/simulator/line.ts';
import { createSimulatedSlave, type RelayState } from '../modbus/simulator/slave.ts';
import { scanMachine } from './scan-machine.ts';
import { suggestDevices } from './suggestion.ts';
import { type Cables, openCables } from './testing/cables.ts';
import { cardReaderAt, lockerAt, printerAt, scannerAt } from './testing/far-ends.ts';

let cables: Cables;
beforeEach(async () => {
  cables = await openCables();
});
afterEach(() => cables.close());

const NAMES = [
  'reader',
  'printer',
  'vkp80',
  'kr-8a',
  'wkly',
  'cu16',
  'cu12',
  'cu48',
  'modbus-relay',
  'io',
  'scanner',
  'mute',
];

it('a machine with everything at once: each is recognised with its driver, and nothing was opened, printed or switched', async () => {
  const ports = await Promise.all(NAMES.map((name) => cables.open(name)));
  const at = (name: string) => ports[NAMES.indexOf(name)] ?? expect.unreachable(name);
  cardReaderAt(at('reader'));
  const printers = [printerAt(at('printer'), 'epson'), printerAt(at('vkp80'), 'custom-vkp80')];
  const cabinets = [
    lockerAt(at('kr-8a'), 'kr-8a', { boards: 2, cells: 12 }),
    lockerAt(at('wkly'), 'wkly', { cells: 24 }),
    lockerAt(at('cu16'), 'cu16', { boards: 2, cells: 16 }),
    lockerAt(at('cu12'), 'cu12', { cells: 12 }),
    lockerAt(at('cu48'), 'cu48', { cells: 48 }),
    lockerAt(at('modbus-relay'), 'modbus-relay', { cells: 24 }),
  ];
  const switched: RelayState[] = [];
  const board = createSimulatedSlave({
    clock: systemClock,
    address: 1,
    relays: 8,
    inputs: 8,
    onRelay: (_, state) => switched.push(state),
  });
  serveSlaves(at('io'), [board], { clock: systemClock });
  const scanner = scannerAt(at('scanner'));

  const paths = ports.map(({ path }) => path);
  const [serial] = await scanMachine({ clock: systemClock, addresses: 2, only: { ports: paths, printers: [] } });

  const known = Object.fromEntries(
    (serial?.findings ?? []).map(({ where, certainty, fits }) => [
      where.slice(cables.folder.length + 1),
      [certainty, ...fits.map(({ settings }) => settings.driver)].join(' '),
    ]),
  );
  expect(known).toEqual({
    reader: 'certain sdt',
    printer: 'certain escpos',
    vkp80: 'certain escpos',
    'kr-8a': 'certain kr-8a',
    wkly: 'certain wkly',
    cu16: 'certain cu16',
    cu12: 'certain cu12',
    cu48: 'certain cu48',
    'modbus-relay': 'certain modbus-io modbus-relay',
    io: 'certain modbus-io modbus-relay',
    scanner: 'certain serial-line',
    mute: 'unknown',
  });
  expect(cabinets.map((cabinet) => cabinet.pulses())).toEqual(cabinets.map(() => []));
  expect(printers.map((printer) => printer.printed())).toEqual([false, false]);
  expect(switched).toEqual([]);
  expect(new Set(scanner.newland.commands)).toEqual(new Set(['SCNMOD*']));

  const { devices } = suggestDevices(serial?.findings ?? []);
  const path = (name: string) => ({ transport: { kind: 'serial', path: at(name).path } });
  expect(devices).toMatchObject({
    idCard: { driver: 'sdt', ...path('reader') },
    receipt: { driver: 'escpos', profile: 'epson', ...path('printer') },
    scanner: { driver: 'serial-line', trigger: 'newland', ...path('scanner') },
    locker: {
      driver: 'kr-8a',
      ...path('kr-8a'),
      boards: [
        { address: 1, cells: 24, channels: 24 },
        { address: 2, cells: 24, channels: 24 },
      ],
    },
    auxiliaries: { driver: 'modbus-io', address: 1, ...path('io') },
  });
  await Promise.all(printers.map(({ simulator }) => simulator.close()));
});
