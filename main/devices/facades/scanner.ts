import { err } from '../../../contract/result.ts';
import type { ScannerCalls } from '../../../native/scanner/scanner.ts';
import type { DeviceLink } from '../device-link.ts';

const LIMITS = { beginMs: 2_000, endMs: 5_000 };

/** The scanner in its process, as the rest of the kiosk uses it. What it reads comes as events. */
export function scannerOver(link: DeviceLink): ScannerCalls {
  return {
    async trigger(on) {
      const answer = await link.call('trigger', [on], LIMITS);
      return answer.ok ? (answer.value as Awaited<ReturnType<ScannerCalls['trigger']>>) : err('scanner.offline');
    },
  };
}
