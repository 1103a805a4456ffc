import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createSdtDriver } from '../idcard/driver.ts';
import { createIdCardSimulator } from '../idcard/simulator/id-card-simulator.ts';
import { usbBulkOpener } from './usb-bulk.ts';
import { plugUsbDevice, type UsbPlug } from './usb-test-device.ts';

const SETTINGS = { vendorId: 0x0400, productId: 0xc35a, interfaceNumber: 0, writeLimitMs: 300, clock: systemClock };

const openerOf = ({ device }: UsbPlug) => usbBulkOpener({ ...SETTINGS, devices: async () => [device] });

async function opened(plug: UsbPlug) {
  const result = await openerOf(plug).open();
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const untilClosed = (wire: Awaited<ReturnType<typeof opened>>): Promise<string> =>
  Promise.race([
    new Promise<string>((resolve) => wire.onClose(() => resolve('closed'))),
    new Promise<string>((resolve) => setTimeout(() => resolve('still open'), 3000)),
  ]);

describe('USB bulk wire', () => {
  it('a reader answers over packets of 64 bytes', async () => {
    const plug = plugUsbDevice();
    createIdCardSimulator({
      port: plug.port,
      continuousReading: 'repeats',
      delays: { readBase: 5, findCard: 1 },
    }).putRawCard(new Uint8Array(256).fill(0x20));
    const wire = await opened(plug);
    const driver = createSdtDriver({ wire, clock: systemClock, log: () => undefined });
    expect(await driver.resync()).toMatchObject({ ok: true });
    expect(await driver.samId()).toEqual({ ok: true, value: '05.01-20173617-0000000123-0099999999' });
    expect((await driver.findCard()).ok && (await driver.selectCard()).ok).toBe(true);
    const base = await driver.readBase();
    expect(base.ok && base.value.photo.length).toBe(1024);
    expect(plug.packets().every((bytes) => bytes <= 64)).toBe(true);
    await driver.close();
    expect(plug.did()).toEqual(['open', 'detachKernelDriver 0', 'claimInterface 0', 'releaseInterface 0', 'close']);
    expect(plug.count.transfersAtClose).toBe(0);
  });

  it.each([
    ['another make', { vendorId: 0x0401 }, {}],
    ['another model', { productId: 0xc35b }, {}],
    ['another serial number', { serialNumber: 'B' }, { serialNumber: 'A' }],
    ['no serial number where one is asked for', { serialNumber: undefined }, { serialNumber: 'A' }],
    ['a serial number that cannot be read', { failing: 'serialNumber' }, { serialNumber: 'A' }],
  ] as const)('%s is not taken', async (_, device, asked) => {
    const plug = plugUsbDevice(device);
    const opener = usbBulkOpener({ ...SETTINGS, ...asked, devices: async () => [plug.device] });
    expect(await opener.open()).toEqual({ ok: false, error: 'portMissing' });
    expect(plug.did()).toEqual([]);
  });

  it('two of the same make are told apart by their serial numbers', async () => {
    const [first, second] = [plugUsbDevice({ serialNumber: 'A' }), plugUsbDevice({ serialNumber: 'B' })];
    const devices = async () => [first.device, second.device];
    const result = await usbBulkOpener({ ...SETTINGS, serialNumber: 'B', devices }).open();
    expect(first.did()).toEqual([]);
    expect(second.did()).toContain('open');
    if (result.ok) await result.value.close();
  });

  it.each([
    ['open', 'open error: permission denied (errno 13)', 'portGone'],
    ['open', 'open error: device not found (errno 2)', 'portMissing'],
    ['claimInterface', 'claimInterface error: interface is busy (errno 16)', 'portBusy'],
    ['configuration', 'configuration error: transfer was cancelled', 'portGone'],
  ] as const)('%s fails with "%s": %s, and nothing is kept', async (failing, message, error) => {
    const plug = plugUsbDevice({ failing, message });
    expect(await openerOf(plug).open()).toEqual({ ok: false, error });
    expect(plug.did().at(-1)).toBe('close');
  });

  it('a kernel without a driver for it is no failure', async () => {
    const wire = await opened(plugUsbDevice({ failing: 'detachKernelDriver', message: 'no kernel driver attached' }));
    await wire.close();
  });

  it('an interface without two bulk endpoints is none of ours', async () => {
    const plug = plugUsbDevice({ endpoints: [] });
    expect(await openerOf(plug).open()).toEqual({ ok: false, error: 'portGone' });
    expect(plug.did().at(-1)).toBe('close');
  });

  it('a machine without USB has no such device', async () => {
    const devices = () => Promise.reject(new Error('/sys/bus/usb/devices/ not found (errno 2)'));
    expect(await usbBulkOpener({ ...SETTINGS, devices }).open()).toEqual({ ok: false, error: 'portMissing' });
    expect(await usbBulkOpener({ ...SETTINGS, vendorId: 1, productId: 1 }).open()).toEqual({
      ok: false,
      error: 'portMissing',
    });
  });

  it('unplugged while nobody writes: the wire closes, once, and takes nothing more', async () => {
    const plug = plugUsbDevice();
    const wire = await opened(plug);
    wire.onData(() => undefined);
    const closed = untilClosed(wire);
    await plug.port.unplug();
    expect(await closed).toBe('closed');
    expect(await wire.write(Uint8Array.of(1))).toEqual({ ok: false, error: 'portGone' });
    await plug.port.plug();
    await (await opened(plug)).close();
  });

  it('a device that stalls closes the wire', async () => {
    const plug = plugUsbDevice();
    const wire = await opened(plug);
    wire.onData(() => undefined);
    const closed = untilClosed(wire);
    plug.stall();
    expect(await closed).toBe('closed');
  });

  it('a device that takes no bytes: the write fails within its limit, and the next one never reaches it', async () => {
    const plug = plugUsbDevice();
    const wire = await opened(plug);
    plug.faults.deaf = true;
    const both = await Promise.all([wire.write(Uint8Array.of(1)), wire.write(Uint8Array.of(2))]);
    expect(both.map((result) => result.ok)).toEqual([false, false]);
    plug.faults.deaf = false;
    await wire.close();
    expect(plug.received()).toEqual([]);
  });

  it('a device that takes half of a frame closes the wire', async () => {
    const plug = plugUsbDevice();
    const wire = await opened(plug);
    plug.faults.mostBytes = 4;
    expect(await wire.write(new Uint8Array(10))).toEqual({ ok: false, error: 'portGone' });
  });

  it('a device that sends nothing, or packets of nothing, does not keep the processor busy', async () => {
    for (const empty of [false, true]) {
      const plug = plugUsbDevice({ empty });
      const wire = await opened(plug);
      wire.onData(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await wire.close();
      expect(plug.count.reads).toBeLessThan(60);
    }
  });
});
