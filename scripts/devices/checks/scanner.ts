import type { ScannerEvent } from '../../../native/scanner/scanner.ts';
import { type DeviceCheck, HAND_LIMIT_MS } from './check.ts';

/** A code is scanned. Its kind and length are shown, never its text: it may be somebody's. */
export const checkScanner: DeviceCheck = async ({ link, say, next, undoLater }) => {
  const stopLooking = () => link.call('trigger', [false], { beginMs: 3_000, endMs: 10_000 });
  undoLater(stopLooking);
  const lit = (await link.call('trigger', [true], { beginMs: 3_000, endMs: 10_000 })) as {
    readonly ok: boolean;
    readonly value?: { readonly ok: boolean };
  };
  if (!lit.ok || lit.value?.ok === false) say.line('seen', '  the scanner took no command to look');
  say.line('do', '→ Hold a QR code of any kind before the scanner.');
  const event = await next((one) => one as ScannerEvent, HAND_LIMIT_MS);
  await stopLooking();
  if (event === undefined) {
    say.line('seen', `  nothing was scanned within ${HAND_LIMIT_MS / 1000} s`);
    return false;
  }
  if (event.type === 'refused') {
    say.line('seen', `  what it sent was refused: ${event.reason}`, { reason: event.reason });
    return false;
  }
  const { symbology = 'not told', text } = event;
  say.line('seen', `  scanned: ${text.length} characters, symbology ${symbology}`, { length: text.length, symbology });
  return true;
};
