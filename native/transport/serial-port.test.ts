import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pacePort } from './paced-port.ts';
import { openPseudoTerminal } from './pseudo-terminal.ts';
import { serialPortOpener } from './serial-port.ts';
import type { SimulatedPort } from './simulated-port.ts';
import type { Wire, WireOpener } from './wire.ts';
import { tapOpener, tapPort } from './wire-tap.ts';

let folder: string;
let port: SimulatedPort;
let opener: WireOpener;
const wires: Wire[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongban-wire-'));
  port = await openPseudoTerminal(join(folder, 'device'));
  opener = serialPortOpener({ path: port.path, baudRate: 115200, writeLimitMs: 500 });
});

afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.close();
  await port.close();
  rmSync(folder, { recursive: true });
});

async function open(from = opener): Promise<Wire> {
  const opened = await from.open();
  if (!opened.ok) throw new Error(opened.error);
  wires.push(opened.value);
  return opened.value;
}

function collect(subscribe: (listener: (bytes: Uint8Array) => void) => void): number[] {
  const bytes: number[] = [];
  subscribe((chunk) => bytes.push(...chunk));
  return bytes;
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, value) => value);

describe('serial wire over a pseudo-terminal', () => {
  it('every byte value passes unchanged in both directions', async () => {
    const wire = await open();
    const near = collect(wire.onData);
    const far = collect(port.onReceive);
    expect(await wire.write(ALL_BYTES)).toEqual({ ok: true, value: undefined });
    port.send(ALL_BYTES);
    await vi.waitFor(() => {
      expect(far).toEqual([...ALL_BYTES]);
      expect(near).toEqual([...ALL_BYTES]);
    });
  });

  it('a name that does not exist is portMissing, a port that is open already is portBusy', async () => {
    await open();
    expect(await opener.open()).toEqual({ ok: false, error: 'portBusy' });
    const missing = serialPortOpener({ path: join(folder, 'none'), baudRate: 115200, writeLimitMs: 500 });
    expect(await missing.open()).toEqual({ ok: false, error: 'portMissing' });
  });

  it('unplugged directly after input: the wire closes once, and nothing is written any more', async () => {
    const wire = await open();
    const near = collect(wire.onData);
    const closed = vi.fn();
    wire.onClose(closed);
    port.send(ALL_BYTES);
    await vi.waitFor(() => expect(near.length).toBe(256));
    await port.unplug();
    expect(existsSync(port.path)).toBe(false);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1), { timeout: 3000 });
    expect(await wire.write(ALL_BYTES)).toEqual({ ok: false, error: 'portGone' });
    await wire.close();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('closing throws away what the system still holds back, before it would send the rest', async () => {
    const wire = await open();
    const flush = vi.spyOn(SerialPort.prototype, 'flush');
    const close = vi.spyOn(SerialPort.prototype, 'close');
    await wire.write(ALL_BYTES);
    await wire.close();
    expect([flush, close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(flush.mock.invocationCallOrder[0]).toBeLessThan(close.mock.invocationCallOrder[0] ?? 0);
    vi.restoreAllMocks();
  });

  it('a write to a port that was unplugged is not sent when it comes back under the same name', async () => {
    const wire = await open();
    await port.unplug();
    const failed = await wire.write(Uint8Array.of(0x41));
    expect(failed).toEqual({ ok: false, error: 'portGone' });
    await port.plug();
    const far = collect(port.onReceive);
    const second = await open();
    await second.write(Uint8Array.of(0x42));
    await vi.waitFor(() => expect(far.length).toBeGreaterThan(0));
    expect(far).toEqual([0x42]);
  });

  it('closing our end leaves the device there to be opened again', async () => {
    const first = await open();
    await first.close();
    const far = collect(port.onReceive);
    const second = await open();
    await second.write(Uint8Array.of(1));
    await vi.waitFor(() => expect(far).toEqual([1]));
  });

  it('a device that takes no bytes fails the write within its limit and ends the wire', {
    timeout: 20_000,
  }, async () => {
    const blocked = await open(serialPortOpener({ path: port.path, baudRate: 115200, writeLimitMs: 200 }));
    const closed = vi.fn();
    blocked.onClose(closed);
    // Far more than terminal and pipes pass on within the limit.
    const result = await blocked.write(new Uint8Array(64 * 1024 * 1024));
    expect(result).toEqual({ ok: false, error: 'writeTimeout' });
    expect(closed).toHaveBeenCalledTimes(1);
    expect(await blocked.write(Uint8Array.of(1))).toEqual({ ok: false, error: 'portGone' });
  });

  it('taps report what passes at either end', async () => {
    const seen: string[] = [];
    const tapped = tapPort(port, (direction, bytes) => seen.push(`far ${direction} ${bytes.length}`));
    const wire = await open(tapOpener(opener, (direction, bytes) => seen.push(`near ${direction} ${bytes.length}`)));
    const near = collect(wire.onData);
    const far = collect(tapped.onReceive);
    await wire.write(Uint8Array.of(1, 2));
    await vi.waitFor(() => expect(far).toEqual([1, 2]));
    tapped.send(Uint8Array.of(3));
    await vi.waitFor(() => expect(near).toEqual([3]));
    expect(seen).toEqual(['near toDevice 2', 'far toDevice 2', 'far fromDevice 1', 'near fromDevice 1']);
  });

  it('a paced port keeps the bytes and their order, one by one or at a rate', async () => {
    const wire = await open();
    const near = collect(wire.onData);
    const chunks: number[] = [];
    const tapped = tapPort(port, (_, bytes) => chunks.push(bytes.length));
    pacePort(tapped, { oneByteAtATime: true }).send(ALL_BYTES);
    await vi.waitFor(() => expect(near).toEqual([...ALL_BYTES]), { timeout: 5000 });
    expect(chunks).toEqual(Array.from({ length: 256 }, () => 1));
    pacePort(tapped, { baudRate: 115200 }).send(ALL_BYTES);
    await vi.waitFor(() => expect(near).toEqual([...ALL_BYTES, ...ALL_BYTES]), { timeout: 5000 });
    expect(chunks.length).toBeGreaterThan(257);
  });
});

describe('pseudo-terminal', () => {
  it('a link left behind by a hard kill is taken over, and close leaves nothing', async () => {
    await port.unplug();
    symlinkSync('/dev/pts/none', port.path);
    await port.plug();
    const wire = await open();
    const far = collect(port.onReceive);
    await wire.write(Uint8Array.of(7));
    await vi.waitFor(() => expect(far).toEqual([7]));
    await port.close();
    expect(existsSync(port.path)).toBe(false);
  });
});
