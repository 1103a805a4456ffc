import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import type { HidDevice } from './hid.ts';
import { hidSocketOpener } from './hid-socket.ts';
import { createHidSocketDecoder, encodeHidSocketFrame, LONGEST_HID_REPORT_BYTES } from './hid-socket-frames.ts';
import { openHidSocketPort, type SimulatedHidPort } from './hid-socket-port.ts';
import { tapHidOpener } from './hid-tap.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
let folder = '';
let path = '';
let port: SimulatedHidPort | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hid-'));
  path = join(folder, 'device');
});
afterEach(async () => {
  await port?.close();
  port = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function open(opener = hidSocketOpener(path, systemClock, 1_000)): Promise<HidDevice> {
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

const closed = (device: HidDevice): Promise<void> => new Promise((resolve) => device.onClose(resolve));

test('reports of all three kinds arrive whole and in order, and whoever listens sees them', async () => {
  const simulated = await openHidSocketPort(path);
  port = simulated;
  const far: string[] = [];
  const tapped: string[] = [];
  const arrived = new Promise<void>((resolve) => {
    simulated.onReport((kind, report) => {
      far.push(`${kind} ${hex(report)}`);
      if (far.length === 2) resolve();
    });
  });
  const tap = tapHidOpener(hidSocketOpener(path, systemClock, 1_000), (way, bytes) =>
    tapped.push(`${way} ${hex(bytes)}`),
  );
  const device = await open(tap);
  const near = new Promise<string>((resolve) => device.onReport((report) => resolve(hex(report))));
  await device.write(Uint8Array.of(0xfd, 3));
  await device.sendFeature(Uint8Array.of(0xfe, 1));
  await arrived;
  simulated.sendReport(Uint8Array.of(2, 1));
  expect(await near).toBe('0201');
  expect(far).toEqual(['output fd03', 'feature fe01']);
  expect(tapped).toEqual(['toDevice fd03', 'toDevice fe01', 'fromDevice 0201']);
  await device.close();
});

test('nobody there, and plugged in afterwards', async () => {
  expect(await hidSocketOpener(path, systemClock, 1_000).open()).toEqual({ ok: false, error: 'portMissing' });
  port = await openHidSocketPort(path);
  await port.unplug();
  expect(await hidSocketOpener(path, systemClock, 1_000).open()).toEqual({ ok: false, error: 'portMissing' });
  await port.plug();
  await (await open()).close();
});

test('unplugged while open: closed, and a report goes nowhere', async () => {
  port = await openHidSocketPort(path);
  const device = await open();
  const end = closed(device);
  await port.unplug();
  await end;
  expect(await device.write(Uint8Array.of(1))).toEqual({ ok: false, error: 'portGone' });
});

test('the name that a killed simulator left behind is taken over; that of a file is not', async () => {
  const { Server } = await import('node:net');
  const left = createServer();
  expect(left).toBeInstanceOf(Server);
  left.listen(path);
  await once(left, 'listening');
  // As after kill -9: the name stays, nobody listens.
  port = await openHidSocketPort(path);
  await (await open()).close();
  left.close();
  const file = join(folder, 'file');
  await writeFile(file, 'kept');
  await expect(openHidSocketPort(file)).rejects.toThrow('EADDRINUSE');
});

test('a far end that speaks nonsense is gone', async () => {
  const server = createServer((socket) => void socket.write(Uint8Array.of(9, 9, 9)));
  server.listen(path);
  await once(server, 'listening');
  const device = await open();
  device.onReport(() => undefined);
  await closed(device);
  server.close();
});

test('a near end that speaks nonsense is put out, and the next one is served', async () => {
  port = await openHidSocketPort(path);
  const socket = connect({ path });
  socket.on('error', () => socket.destroy());
  socket.write(Uint8Array.of(9, 9, 9));
  await once(socket, 'close');
  await (await open()).close();
});

test('frames cut anywhere are the same frames; any bytes are held no further than one', () => {
  const frame = fc.record({
    kind: fc.constantFrom('input' as const, 'output' as const, 'feature' as const),
    report: fc.uint8Array({ maxLength: LONGEST_HID_REPORT_BYTES }),
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 5 }), fc.integer({ min: 1, max: 900 }), (frames, size) => {
      const bytes = Buffer.concat(frames.map(encodeHidSocketFrame));
      const decoder = createHidSocketDecoder();
      const seen: unknown[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        for (const event of decoder.push(bytes.subarray(at, at + size)))
          if (event.type === 'frame') seen.push(event.frame);
      }
      expect(seen).toEqual(frames.map(({ kind, report }) => ({ kind, report: Uint8Array.from(report) })));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 3000 })), (chunks) => {
      const decoder = createHidSocketDecoder();
      for (const chunk of chunks) decoder.push(chunk);
      expect(decoder.held()).toBeLessThanOrEqual(LONGEST_HID_REPORT_BYTES + 3);
    }),
  );
  expect(() => encodeHidSocketFrame({ kind: 'input', report: new Uint8Array(LONGEST_HID_REPORT_BYTES + 1) })).toThrow(
    RangeError,
  );
});
