import type { HidKeyboardConfig } from '../../../contract/device-config/scanner.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { Log } from '../../../contract/log-events.ts';
import { ok } from '../../../contract/result.ts';
import type { Clock } from '../../clock.ts';
import type { HidDevice, HidOpener } from '../../transport/hid.ts';
import { createBurst } from '../burst.ts';
import { type FaceSurroundings, runScanner, type ScannerFace } from '../run-scanner.ts';
import type { BarcodeScanner, ScannerEvent } from '../scanner.ts';
import { createKeyDecoder, type KeyEvent } from './key-decoder.ts';

export interface KeyboardScannerSettings {
  readonly settings: Omit<HidKeyboardConfig, 'driver' | 'transport'>;
  readonly opener: HidOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: ScannerEvent) => void;
  readonly report: (health: HealthReport) => void;
}

/**
 * A scanner that pretends to be a keyboard: the last choice. Its reports are read from the device itself, never as keystrokes
 * in the page, and text comes out only of keys that type text; anything else makes the whole code void. It cannot be told
 * to look, and Chinese text is not to be had this way.
 *
 * The desktop must not type along: it would take the Ctrl, Alt and Windows keys of a hostile code. A udev rule has to keep
 * it away: `SUBSYSTEM=="input", ATTRS{idVendor}=="…", ATTRS{idProduct}=="…", ENV{LIBINPUT_IGNORE_DEVICE}="1"` [mem: see on
 * the machine that the scanner types nothing into a text field, and nothing on the text consoles].
 */
export function createKeyboardScanner({ settings, opener, ...around }: KeyboardScannerSettings): BarcodeScanner {
  const face = (device: HidDevice, { intake }: FaceSurroundings): ScannerFace => {
    const decoder = createKeyDecoder();
    const take = (event: KeyEvent | undefined): void => {
      if (event?.type === 'code') burst.code(event.text);
      else if (event) burst.spoil(event.reason);
    };
    const burst = createBurst<string>({
      clock: around.clock,
      quietMs: settings.interKeyMs,
      onQuiet: () => take(decoder.flush()),
      onCode: (text) => void intake.scanned(text),
      onRefused: (reason) => intake.refused(reason),
    });
    device.onReport((report) => {
      burst.touch();
      take(decoder.push(report));
    });
    return { begin: async () => ok([]), light: async () => ok('on'), drop: () => burst.drop() };
  };
  return runScanner<HidDevice>({
    ...around,
    open: () => opener.open(),
    face,
    sameCodeMs: settings.sameCodeMs,
    relightMs: 0,
  });
}
