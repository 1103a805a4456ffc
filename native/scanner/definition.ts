import type { HidKeyboardConfig, HidPosConfig, SerialLineConfig } from '../../contract/device-config/scanner.ts';
import type { DriverContext, DriverDefinition } from '../device/driver.ts';
import { describeKeys, describeLines, describePosReports } from './describe.ts';
import { createKeyboardScanner } from './hid-keyboard/keyboard-scanner.ts';
import { createPosScanner } from './hid-pos/pos-scanner.ts';
import type { ScannerCalls, ScannerEvent } from './scanner.ts';
import { createLineScanner } from './serial-line/line-scanner.ts';

type ScannerDefinition<Settings> = DriverDefinition<Settings, ScannerCalls, ScannerEvent>;

const around = ({ clock, log, emit, report }: DriverContext<ScannerEvent>) => ({ clock, log, emit, report });

/** Scanners on a serial port or USB CDC. */
export const serialLineDefinition: ScannerDefinition<SerialLineConfig> = {
  device: 'scanner',
  driver: 'serial-line',
  start: (settings, context) =>
    createLineScanner({ settings, opener: context.wire(settings.transport), ...around(context) }),
  describe: describeLines,
};

/** Scanners in USB HID point-of-sale mode. */
export const hidPosDefinition: ScannerDefinition<HidPosConfig> = {
  device: 'scanner',
  driver: 'hid-pos',
  start: (settings, context) =>
    createPosScanner({ settings, opener: context.hid(settings.transport), ...around(context) }),
  describe: describePosReports,
};

/** Scanners that pretend to be a keyboard. */
export const hidKeyboardDefinition: ScannerDefinition<HidKeyboardConfig> = {
  device: 'scanner',
  driver: 'hid-keyboard',
  start: (settings, context) =>
    createKeyboardScanner({ settings, opener: context.hid(settings.transport), ...around(context) }),
  describe: describeKeys,
};
