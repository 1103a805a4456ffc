import { ok } from '../../contract/result.ts';
import type { HidOpener } from './hid.ts';
import type { WireReport } from './wire-tap.ts';

/** Listens where the driver sits: every report in and out of every device that the opener opens. */
export function tapHidOpener(opener: HidOpener, report: WireReport): HidOpener {
  return {
    async open() {
      const opened = await opener.open();
      if (!opened.ok) return opened;
      const device = opened.value;
      return ok({
        ...device,
        write(bytes) {
          report('toDevice', bytes);
          return device.write(bytes);
        },
        sendFeature(bytes) {
          report('toDevice', bytes);
          return device.sendFeature(bytes);
        },
        onReport(listener) {
          device.onReport((bytes) => {
            report('fromDevice', bytes);
            listener(bytes);
          });
        },
      });
    },
  };
}
