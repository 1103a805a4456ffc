import type { HidPosConfig } from '../../../contract/device-config/scanner.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { Log } from '../../../contract/log-events.ts';
import { ok } from '../../../contract/result.ts';
import type { Clock } from '../../clock.ts';
import type { HidDevice, HidOpener } from '../../transport/hid.ts';
import { decodeText } from '../decode-text.ts';
import { type FaceSurroundings, runScanner, type ScannerFace } from '../run-scanner.ts';
import type { BarcodeScanner, ScannerEvent } from '../scanner.ts';
import { createReassembly, type Reassembled } from './reassembly.ts';
import { decodePosReport, ENTER_POS_FEATURE, POS_BEEP, POS_TRIGGER_OFF, POS_TRIGGER_ON } from './reports.ts';

/** A scanner sends the parts of a code in one go; USB asks for one every few milliseconds. */
export const NEXT_PART_LIMIT_MS = 200;

export interface PosScannerSettings {
  readonly settings: Omit<HidPosConfig, 'driver' | 'transport'>;
  readonly opener: HidOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: ScannerEvent) => void;
  readonly report: (health: HealthReport) => void;
}

/** A scanner in HID point-of-sale mode: bytes and symbology, with a length, and no keyboard anywhere. */
export function createPosScanner({ settings, opener, ...around }: PosScannerSettings): BarcodeScanner {
  const { clock, log } = around;
  const takesCommands = settings.commands === 'honeywell';

  const face = (device: HidDevice, { intake }: FaceSurroundings): ScannerFace => {
    const code = createReassembly();
    let cancel = (): void => undefined;
    const tell = (done: Reassembled | undefined): void => {
      if (!done) return;
      const text = done.type === 'code' ? decodeText(done.bytes, settings.encoding) : undefined;
      if (done.type === 'refused') intake.refused(done.reason);
      else if (text && !text.ok) intake.refused(text.error);
      else if (text && intake.scanned(text.value, done.symbology) && takesCommands && settings.beep) {
        // A beep that does not sound is no harm; a device that is gone says so by itself.
        void device.write(POS_BEEP);
      }
    };
    const awaitNext = (): void => {
      cancel();
      cancel = clock.after(NEXT_PART_LIMIT_MS, () => tell(code.expire()));
    };
    device.onReport((report) => {
      const part = decodePosReport(report);
      if (!part.ok) {
        log('wire-discarded', { device: 'scanner', bytes: report.length });
        if (part.error !== 'length') return;
        code.spoil();
        awaitNext();
        return;
      }
      if (part.value.continued) awaitNext();
      else cancel();
      tell(code.push(part.value));
    });
    return {
      async begin() {
        const entered = takesCommands ? await device.sendFeature(ENTER_POS_FEATURE) : ok(undefined);
        return entered.ok ? ok([]) : entered;
      },
      async light(on) {
        // It looks by itself, always.
        if (!takesCommands) return ok('on');
        const written = await device.write(on ? POS_TRIGGER_ON : POS_TRIGGER_OFF);
        return written.ok ? ok(on ? 'on' : 'off') : written;
      },
      drop: () => cancel(),
    };
  };
  return runScanner<HidDevice>({
    ...around,
    open: () => opener.open(),
    face,
    sameCodeMs: settings.sameCodeMs,
    relightMs: takesCommands ? settings.relightMs : 0,
  });
}
