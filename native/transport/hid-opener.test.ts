import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import type { HidHandle } from './hid-handle.ts';
import { HID_OPEN_LIMIT_MS, type HidLibrary, type HidListing, hidOpener } from './hid-opener.ts';
import { HID_WRITE_LIMIT_MS, hidOpenerOf } from './open-hid.ts';

/** In the place of `node-hid`: what it lists, and a handle that does as it is told. A real device takes another machine. */
class FakeHandle extends EventEmitter implements HidHandle {
  readonly written: string[] = [];
  closed = 0;
  answer: () => Promise<number> = async () => 1;
  write(report: Buffer): Promise<number> {
    this.written.push(`output ${report.toString('hex')}`);
    return this.answer();
  }
  sendFeatureReport(report: Buffer): Promise<number> {
    this.written.push(`feature ${report.toString('hex')}`);
    return this.answer();
  }
  async close(): Promise<void> {
    this.closed += 1;
    throw new Error('it is gone already');
  }
}

const FACES: readonly HidListing[] = [
  { path: '/nowhere/hidraw0', serialNumber: 'A', usagePage: 0x01 },
  { path: '/nowhere/hidraw1', serialNumber: 'A', usagePage: 0x8c },
  { path: '/nowhere/hidraw2', serialNumber: 'B', usagePage: 0x01 },
];

function rig(listed: readonly HidListing[] | Error = FACES, serialNumber?: string) {
  const clock = new ManualClock();
  const handle = new FakeHandle();
  const opened: string[] = [];
  let hangs = Promise.resolve();
  const hang = (): (() => void) => {
    let release = (): void => undefined;
    hangs = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  const library: HidLibrary = {
    async devicesAsync(vendorId, productId) {
      if (listed instanceof Error) throw listed;
      return vendorId === 0x0c2e && productId === 0x0db3 ? listed : [];
    },
    HIDAsync: {
      async open(path) {
        opened.push(path);
        await hangs;
        return handle;
      },
    },
  };
  const ids = { vendorId: 0x0c2e, productId: 0x0db3, ...(serialNumber === undefined ? {} : { serialNumber }) };
  const opener = hidOpener({ ...ids, clock, writeLimitMs: 1_000, library: async () => library });
  return { clock, handle, opened, opener, hang };
}

async function openedDevice(parts: ReturnType<typeof rig>) {
  const opened = await parts.opener.open();
  if (!opened.ok) throw new Error(opened.error);
  let closes = 0;
  opened.value.onClose(() => {
    closes += 1;
  });
  return { device: opened.value, closes: () => closes };
}

test.each([
  ['the scanner’s face of a device with two', undefined, '/nowhere/hidraw1'],
  ['another one of the same make, by its serial number', 'B', '/nowhere/hidraw2'],
])('opens %s', async (_what, serialNumber, path) => {
  const parts = rig(FACES, serialNumber);
  await openedDevice(parts);
  expect(parts.opened).toEqual([path]);
});

test.each([
  ['nobody plugged in', [], 'portMissing'],
  ['none with that serial number', [{ path: '/nowhere/hidraw0', serialNumber: 'C' }], 'portMissing'],
  ['no rights, or no library', new Error('cannot open device'), 'portGone'],
])('%s', async (_what, listed, failure) => {
  expect(await rig(listed, 'A').opener.open()).toEqual({ ok: false, error: failure });
});

test('a device that hangs while it is opened is given up, and closed when it comes after all', async () => {
  const { opener, clock, hang, handle } = rig();
  const release = hang();
  const opened = opener.open();
  await clock.advance(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await clock.advance(HID_OPEN_LIMIT_MS);
  expect(await opened).toEqual({ ok: false, error: 'portGone' });
  release();
  await clock.advance(1);
  expect(handle.closed).toBe(1);
});

test('reports go out and come in as they are', async () => {
  const parts = rig();
  const { device } = await openedDevice(parts);
  const seen: string[] = [];
  device.onReport((report) => seen.push(Buffer.from(report).toString('hex')));
  parts.handle.emit('data', Buffer.from('0201', 'hex'));
  expect(await device.write(Uint8Array.of(0xfd, 1))).toMatchObject({ ok: true });
  expect(await device.sendFeature(Uint8Array.of(0xfe, 1))).toMatchObject({ ok: true });
  expect([seen, parts.handle.written]).toEqual([['0201'], ['output fd01', 'feature fe01']]);
});

test('unplugged: closed once, and nothing reaches the device any more', async () => {
  const parts = rig();
  const { device, closes } = await openedDevice(parts);
  const seen: unknown[] = [];
  device.onReport((report) => seen.push(report));
  parts.handle.emit('error', new Error('could not read from HID device'));
  parts.handle.emit('error', new Error('could not read from HID device'));
  parts.handle.emit('data', Buffer.from('0201', 'hex'));
  expect(await device.write(Uint8Array.of(1))).toEqual({ ok: false, error: 'portGone' });
  await device.close();
  expect([closes(), parts.handle.closed, seen, parts.handle.written]).toEqual([1, 1, [], []]);
});

test('a report that fails ends the device', async () => {
  const parts = rig();
  const { device, closes } = await openedDevice(parts);
  parts.handle.answer = () => Promise.reject(new Error('cannot write to hid device'));
  expect(await device.sendFeature(Uint8Array.of(1))).toEqual({ ok: false, error: 'portGone' });
  expect(closes()).toBe(1);
});

test('a report that hangs ends the device after its limit', async () => {
  const parts = rig();
  const { device, closes } = await openedDevice(parts);
  parts.handle.answer = () => new Promise(() => undefined);
  const written = device.write(Uint8Array.of(1));
  await parts.clock.advance(1_000);
  expect(await written).toEqual({ ok: false, error: 'writeTimeout' });
  expect(closes()).toBe(1);
});

test('a name that vanishes without an error of reading', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hid-'));
  const path = join(folder, 'hidraw0');
  await writeFile(path, '');
  const parts = rig([{ path }]);
  const { closes } = await openedDevice(parts);
  await rm(folder, { recursive: true });
  for (let round = 0; round < 200 && closes() === 0; round += 1) {
    await parts.clock.advance(500);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(closes()).toBe(1);
});

test('the library itself is there, and knows no such device', async () => {
  expect(HID_WRITE_LIMIT_MS).toBeLessThan(2_000);
  const opener = hidOpenerOf({ kind: 'hid', vendorId: 0xfffe, productId: 0xfffd }, new ManualClock());
  expect(await opener.open()).toEqual({ ok: false, error: 'portMissing' });
});
