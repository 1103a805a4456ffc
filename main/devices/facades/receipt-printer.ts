import { err, type Result } from '../../../contract/result.ts';
import type { ReceiptFailure, ReceiptPrinter } from '../../../native/receipt/receipt.ts';
import type { DeviceLink } from '../device-link.ts';

const STATUS_LIMITS = { beginMs: 3_000, endMs: 10_000 };
/** The driver itself ends a print much sooner; this is for a process that is lost. */
const PRINT_LIMITS = { beginMs: 10_000, endMs: 180_000 };

/** The receipt printer in its process, as the rest of the kiosk uses it. */
export function receiptPrinterOver(link: DeviceLink): Pick<ReceiptPrinter, 'status' | 'print'> {
  const ask = async <T>(method: string, args: readonly unknown[], limits: typeof STATUS_LIMITS) => {
    const answer = await link.call(method, args, limits);
    return answer.ok ? (answer.value as Result<T, ReceiptFailure>) : err('receipt.offline' as const);
  };
  return {
    status: () => ask('status', [], STATUS_LIMITS),
    print: (receipt) => ask('print', [receipt], PRINT_LIMITS),
  };
}
