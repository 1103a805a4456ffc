import { type Finding, unknownFinding } from './finding.ts';
import type { Source } from './sources.ts';

/** What of a device's description is looked at. */
export interface HidListed {
  readonly vendorId: number;
  readonly productId: number;
  readonly product?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

const LIMIT_MS = 3_000;
const PAGE = { desktop: 0x01, power: 0x84, scanner: 0x8c } as const;
const KEYBOARD = 0x06;

/** Makers of scanners [2+]; the first two take Honeywell's commands over HID. */
const SCANNER_MAKERS: Readonly<Record<number, string>> = {
  3118: 'Honeywell',
  9168: 'Youjie',
  1504: 'Zebra',
  1529: 'Datalogic',
};
const TAKE_COMMANDS = [0x0c2e, 0x23d0];
/** 精伦 iDR210 [1]: its report framing is not public. */
const IDR210_MAKER = 0x0250;

const hex = (id: number): string => id.toString(16).padStart(4, '0');
const nameOf = ({ vendorId, productId, manufacturer = '', product = '' }: HidListed): string =>
  `HID ${hex(vendorId)}:${hex(productId)} ${`${manufacturer} ${product}`.trim()}`.trim();

export const hidSource = (list: () => Promise<readonly HidListed[]> = listOfMachine): Source => ({
  name: 'HID devices',
  limitMs: LIMIT_MS,
  async look() {
    const listed = await list();
    const findings = devicesOf(listed).flatMap((faces) => findingOf(faces, listed) ?? []);
    return findings.length > 0 ? { findings } : { findings, reason: 'no scanner among the HID devices' };
  },
});

/** A device shows one face for each of its uses. */
function devicesOf(listed: readonly HidListed[]): HidListed[][] {
  const devices = new Map<string, HidListed[]>();
  for (const face of listed) {
    const key = `${face.vendorId}:${face.productId}:${face.serialNumber ?? ''}`;
    devices.set(key, [...(devices.get(key) ?? []), face]);
  }
  return [...devices.values()];
}

function findingOf(faces: readonly HidListed[], all: readonly HidListed[]): Finding | undefined {
  const [first] = faces;
  if (!first) return undefined;
  const maker = SCANNER_MAKERS[first.vendorId];
  const scanner = faces.find(({ usagePage }) => usagePage === PAGE.scanner);
  if (scanner) return scannerAs('hid-pos', scanner, all, 'certain', 'bar-code scanner page (8C) of HID point of sale');
  if (maker) {
    const types = faces.some(({ usagePage, usage }) => usagePage === PAGE.desktop && usage === KEYBOARD);
    return types
      ? scannerAs('hid-keyboard', first, all, 'likely', `a keyboard with the number of ${maker}, maker of scanners`)
      : scannerAs('hid-pos', first, all, 'likely', `the number of ${maker}, maker of scanners; no scanner page`);
  }
  if (first.vendorId === IDR210_MAKER) {
    return unknownFinding(
      nameOf(first),
      '精伦 identity-card reader: its HID protocol is not public, it needs the vendor’s library',
      'USB vendor 0250',
    );
  }
  if (faces.some(({ usagePage }) => usagePage === PAGE.power)) {
    return unknownFinding(
      nameOf(first),
      'UPS on USB: install NUT (usbhid-ups), then scan again',
      'power device page (84)',
    );
  }
  // Keyboards, mice, touch screens: no business of ours.
  return undefined;
}

function scannerAs(
  driver: 'hid-pos' | 'hid-keyboard',
  device: HidListed,
  all: readonly HidListed[],
  certainty: 'certain' | 'likely',
  evidence: string,
): Finding {
  const { vendorId, productId, serialNumber } = device;
  const twins = new Set(
    all.filter((one) => one.vendorId === vendorId && one.productId === productId).map((one) => one.serialNumber),
  );
  const transport = { kind: 'hid', vendorId, productId, ...(twins.size > 1 && serialNumber && { serialNumber }) };
  const commands = driver === 'hid-pos' && TAKE_COMMANDS.includes(vendorId) ? { commands: 'honeywell' } : {};
  const open = driver === 'hid-pos' ? [HID_OPEN] : [HID_OPEN, KEYBOARD_OPEN];
  const settings = { driver, transport, ...commands };
  return {
    where: nameOf(device),
    what: `scanner (${driver})`,
    certainty,
    evidence,
    fits: [{ place: 'scanner', settings, open }],
  };
}

const HID_OPEN = 'Whether the user of the kiosk may open it: a udev rule must give it the hidraw node.';
const KEYBOARD_OPEN =
  'Better than a keyboard: set it to HID-POS or USB serial by the code in its manual, then scan again.';

async function listOfMachine(): Promise<readonly HidListed[]> {
  const { devicesAsync } = await import('node-hid');
  return devicesAsync();
}
