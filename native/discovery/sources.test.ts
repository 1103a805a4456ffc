import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { upsSimulator } from '../ups/simulator/definition.ts';
import { cameraSource } from './cameras.ts';
import { cardTerminalSource } from './card-terminals.ts';
import { consoleCheck } from './consoles.ts';
import { type HidListed, hidSource } from './hid.ts';
import { pagePrinterSource } from './page-printers.ts';
import { serialNames } from './serial-names.ts';
import { lookAt } from './sources.ts';
import { upsSource } from './ups.ts';
import { usbSource } from './usb.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const look = (source: Parameters<typeof lookAt>[0]) => lookAt(source, systemClock);
const none = { findings: [], reason: expect.any(String) };

it('this machine as it is: every source answers, with findings or with a reason', async () => {
  const sources = [
    hidSource(),
    usbSource(systemClock),
    cardTerminalSource(systemClock),
    cameraSource(),
    upsSource(systemClock),
  ];
  for (const report of await Promise.all(sources.map(look))) {
    expect(report.findings.length > 0 || typeof report.reason === 'string').toBe(true);
  }
});

it('a source that hangs, and one that throws', async () => {
  const hangs = { name: 'hangs', limitMs: 20, look: () => new Promise<never>(() => undefined) };
  expect(await look(hangs)).toMatchObject({ source: 'hangs', ...none });
  const throws = { name: 'throws', limitMs: 20, look: async () => Promise.reject(new Error('no bus')) };
  expect(await look(throws)).toEqual({ source: 'throws', findings: [], reason: 'no bus' });
});

describe('serial ports', () => {
  it('stable names first; ports without one by their own', async () => {
    for (const port of ['ttyUSB0', 'ttyS0']) await writeFile(join(folder, port), '');
    await mkdir(join(folder, 'by-id'));
    await symlink(join(folder, 'ttyUSB0'), join(folder, 'by-id', 'usb-reader'));
    const listPorts = async () => ['ttyUSB0', 'ttyS0'].map((port) => ({ path: join(folder, port) }));
    const names = await serialNames({ clock: systemClock, folder: join(folder, 'by-id'), listPorts });
    expect(names).toEqual({ paths: [join(folder, 'by-id', 'usb-reader'), join(folder, 'ttyS0')] });
  });

  it('a system that gives no list: a reason, and what has a stable name', async () => {
    const listPorts = () => Promise.reject(new Error('no udevadm'));
    const names = await serialNames({ clock: systemClock, folder: join(folder, 'nothing'), listPorts });
    expect(names).toEqual({ paths: [], reason: expect.stringContaining('no udevadm') });
  });
});

it('a console of the system is known as one, also behind a link', async () => {
  await writeFile(join(folder, 'active'), 'tty0 ttyS0\n');
  await writeFile(join(folder, 'ttyS0'), '');
  await symlink(join(folder, 'ttyS0'), join(folder, 'by-another-name'));
  const isConsole = await consoleCheck(join(folder, 'active'));
  const asked = ['ttyS0', 'by-another-name', 'ttyS1'].map((name) => isConsole(join(folder, name)));
  expect(await Promise.all(asked)).toEqual([true, true, false]);
  const without = await consoleCheck(join(folder, 'nothing'));
  expect(await without(join(folder, 'ttyS0'))).toBe(false);
});

describe('HID', () => {
  const keyboard = { vendorId: 0x046d, productId: 1, product: 'Keyboard', usagePage: 1, usage: 6 };
  const found = async (...listed: HidListed[]) => (await look(hidSource(async () => listed))).findings;

  it('a scanner by its usage page is certain; Honeywell’s takes commands', async () => {
    const [scanner] = await found(keyboard, { vendorId: 0x0c2e, productId: 0x0db3, usagePage: 0x8c, usage: 2 });
    const settings = {
      driver: 'hid-pos',
      commands: 'honeywell',
      transport: { kind: 'hid', vendorId: 0x0c2e, productId: 0x0db3 },
    };
    expect(scanner).toMatchObject({ certainty: 'certain', fits: [{ place: 'scanner', settings }] });
  });

  it('a keyboard is offered only with the number of a maker of scanners', async () => {
    expect(await found(keyboard)).toEqual([]);
    const [scanner] = await found({ ...keyboard, vendorId: 0x05e0 });
    expect(scanner).toMatchObject({ certainty: 'likely', fits: [{ settings: { driver: 'hid-keyboard' } }] });
  });

  it('two of one model are told apart by their serial number', async () => {
    const twin = { vendorId: 0x05f9, productId: 7, usagePage: 0x8c, usage: 2 };
    const both = await found({ ...twin, serialNumber: 'A' }, { ...twin, serialNumber: 'B' });
    expect(both.map(({ fits }) => fits[0]?.settings)).toMatchObject([
      { transport: { serialNumber: 'A' } },
      { transport: { serialNumber: 'B' } },
    ]);
  });
});

it('readers that only their vendor can drive are named', async () => {
  const device = { vendorId: 0x9573, productId: 0x4836 };
  const devices = () => Promise.resolve([device] as never[]);
  const { findings } = await look(usbSource(systemClock, devices));
  expect(findings).toMatchObject([
    { certainty: 'unknown', what: expect.stringContaining('vendor’s library'), fits: [] },
  ]);
});

it('cameras by their names; the second node of a camera is none; what a name does not say is left open', async () => {
  const names = { video0: ['0', 'Document Camera'], video1: ['1', 'Document Camera'], video2: ['0', 'HD Webcam'] };
  for (const [node, [index = '', name = '']] of Object.entries(names)) {
    await mkdir(join(folder, node));
    await writeFile(join(folder, node, 'index'), `${index}\n`);
    await writeFile(join(folder, node, 'name'), `${name}\n`);
  }
  const { findings } = await look(cameraSource(folder));
  expect(findings).toMatchObject([
    { where: '/dev/video0', certainty: 'likely', fits: [{ settings: { document: { label: 'Document Camera' } } }] },
    { where: '/dev/video2', certainty: 'unknown', fits: [] },
  ]);
});

describe('daemons', () => {
  it('upsd lists its UPS', async () => {
    const openPort = () => expect.unreachable('it has a cable of its own');
    const ups = await upsSimulator.start({ ups: 'kiosk' }, { clock: systemClock, folder, openPort });
    const port = Number(Object(ups.config).port);
    const { findings } = await look(upsSource(systemClock, { host: '127.0.0.1', port }));
    expect(findings).toMatchObject([
      { certainty: 'certain', fits: [{ place: 'ups', settings: { driver: 'nut', ups: 'kiosk', port } }] },
    ]);
    await ups.close();
  });

  it('something else listens where upsd, pcscd or a printer should', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.resume();
      socket.end('HELLO?\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await look(upsSource(systemClock, { host: '127.0.0.1', port }))).toMatchObject(none);
    expect(await look(cardTerminalSource(systemClock, join(folder, 'no-socket')))).toMatchObject(none);
    const printers = await look(
      pagePrinterSource(systemClock, [`ipp://127.0.0.1:${port}/`], `ipp://127.0.0.1:${port}`),
    );
    expect(printers).toMatchObject({ findings: [{ certainty: 'unknown' }], reason: expect.stringContaining('CUPS') });
    await new Promise((resolve) => server.close(resolve));
  });
});
