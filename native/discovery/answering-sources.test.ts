import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { attribute } from '../ipp/attributes.ts';
import { OPERATION, VALUE_TAG } from '../ipp/tags.ts';
import { serveIpp } from '../ipp/testing/serve.ts';
import { startPcscdDouble } from '../socialcard/simulator/pcscd-double.ts';
import { plugUsbDevice } from '../transport/usb-test-device.ts';
import { cardTerminalSource } from './card-terminals.ts';
import { pagePrinterSource } from './page-printers.ts';
import { lookAt } from './sources.ts';
import { suggestDevices } from './suggestion.ts';
import { cardReaderAt } from './testing/far-ends.ts';
import { usbSource } from './usb.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answering-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const look = (source: Parameters<typeof lookAt>[0]) => lookAt(source, systemClock);
const SDT_IDS = { vendorId: 0x0400, productId: 0xc35a };

it('an SDT reader on USB: certain by its number, and its self-check is answered', async () => {
  const plug = plugUsbDevice(SDT_IDS);
  cardReaderAt(plug.port);
  const { findings } = await look(usbSource(systemClock, async () => [plug.device]));
  expect(findings).toMatchObject([
    { certainty: 'certain', what: expect.stringContaining('SAM 05.01'), fits: [{ place: 'idCard' }] },
  ]);
  expect(suggestDevices(findings).devices).toEqual({
    idCard: { driver: 'sdt', transport: { kind: 'usbBulk', ...SDT_IDS } },
  });
});

it('an SDT reader on USB that may not be opened: still certain, and what to do is said', async () => {
  const plug = plugUsbDevice({ ...SDT_IDS, failing: 'open', message: 'LIBUSB_ERROR_ACCESS' });
  const { findings } = await look(usbSource(systemClock, async () => [plug.device]));
  expect(findings).toMatchObject([{ certainty: 'certain', what: expect.stringContaining('udev rule') }]);
});

it('a reader of pcscd', async () => {
  const socket = join(folder, 'pcscd.comm');
  const daemon = await startPcscdDouble(socket, systemClock);
  const { findings } = await look(cardTerminalSource(systemClock, socket));
  expect(findings).toMatchObject([{ where: 'Tongban Simulated Reader 00 00', certainty: 'certain' }]);
  expect(suggestDevices(findings).devices).toEqual({ socialCard: { driver: 'pcsc', socket } });
  daemon.setReaderPlugged(false);
  expect(await look(cardTerminalSource(systemClock, socket))).toMatchObject({
    findings: [],
    reason: 'pcscd knows no reader',
  });
  await daemon.close();
});

const text = (name: string, ...values: string[]) => attribute(name, VALUE_TAG.keyword, ...values);

it('a printer whose address is given, and the queues of CUPS; only questions arrive', async () => {
  const asked: number[] = [];
  const printer = await serveIpp(({ code }) => {
    asked.push(code);
    return {
      printer: [
        text('printer-make-and-model', 'Specimen A4'),
        text('media-source-supported', 'auto', 'main', 'by-pass-tray'),
      ],
    };
  });
  const cups = await serveIpp(({ code }) => {
    asked.push(code);
    return { printer: [text('printer-name', 'a4'), text('device-uri', 'usb://Specimen/A4')] };
  });
  const server = cups.uri.replace('/ipp/print', '');
  const { findings } = await look(pagePrinterSource(systemClock, [printer.uri], server));
  expect(asked.toSorted()).toEqual([OPERATION.getPrinterAttributes, 0x4002]);
  expect(findings).toMatchObject([
    {
      certainty: 'certain',
      what: 'A4 printer Specimen A4',
      fits: [{ open: [expect.stringContaining('main, by-pass-tray')] }],
    },
    { certainty: 'likely', where: `${server}/printers/a4` },
  ]);
  const { devices, others } = suggestDevices(findings);
  expect(devices).toEqual({ document: { driver: 'ipp', uri: printer.uri } });
  expect(others).toMatchObject([{ place: 'document' }]);
  await Promise.all([printer.close(), cups.close()]);
});

it('a queue that reaches its printer by IPP: the printer itself is named too', async () => {
  const device = 'ipp://192.0.2.7/ipp/print';
  const cups = await serveIpp(() => ({ printer: [text('printer-name', 'a4'), text('device-uri', device)] }));
  const server = cups.uri.replace('/ipp/print', '');
  const { findings } = await look(pagePrinterSource(systemClock, [], server));
  expect(findings).toMatchObject([
    { certainty: 'certain', fits: [{ settings: { uri: `${server}/printers/a4`, printerUri: device } }] },
  ]);
  await cups.close();
});
