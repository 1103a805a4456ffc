import type { ErrorCode } from '../../contract/errors.ts';
import type { Result } from '../../contract/result.ts';

/** A receipt as data; the driver knows how it becomes bytes. Text may hold any Unicode; control characters are dropped. */
export type ReceiptLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly size?: 1 | 2;
      readonly bold?: boolean;
    }
  /** A label on the left, a value on the right, on one line where both fit. */
  | { readonly kind: 'pair'; readonly label: string; readonly value: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'qr'; readonly data: string }
  | { readonly kind: 'feed'; readonly lines: number };

export type ReceiptDocument = readonly ReceiptLine[];

/** The closed set of what can stop a receipt. */
export type ReceiptFailure = Extract<ErrorCode, `receipt.${string}`>;

export interface ReceiptStatus {
  readonly device: 'online' | 'offline' | 'hardwareError';
  readonly paper: 'full' | 'low' | 'out' | 'unknown';
  readonly cover: 'closed' | 'open' | 'unknown';
  /** Whether a receipt lies in the mouth, of printers that can see it. */
  readonly media?: 'present' | 'notPresent';
}

/** What happens at the printer without anybody asking; XFS4IoT MediaPresented and MediaTaken. */
export type ReceiptEvent = { readonly type: 'mediaPresented' } | { readonly type: 'mediaTaken' };

/** The receipt printer as the rest of the kiosk uses it. Every call is bounded in time and never throws. */
export interface ReceiptPrinter {
  status(): Promise<Result<ReceiptStatus, ReceiptFailure>>;
  /** Status before, the whole receipt in one write, then the evidence that the profile names (`completion.ts`): only that is success. */
  print(receipt: ReceiptDocument): Promise<Result<void, ReceiptFailure>>;
  close(): Promise<void>;
}
