import type { ErrorCode } from '../../../contract/errors.ts';
import type { Result } from '../../../contract/result.ts';
import type { Visit } from './types.ts';

/** What became of a receipt; `undefined`: this machine prints none. */
export function receiptEnd(result: Result<void, ErrorCode> | undefined): Partial<Visit> {
  if (!result) return { receipt: 'none' };
  return result.ok ? { receipt: 'done', receiptOut: true } : { receipt: 'failed', receiptCode: result.error };
}

/** Its end was not told in time. What comes out later still lies there: the person is asked to look. */
export const RECEIPT_LATE = { receipt: 'failed', receiptCode: 'receipt.offline', receiptOut: true } as const;
