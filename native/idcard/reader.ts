import type { IdCardReaderStatus } from '../../contract/device-status.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';

export type CardFailure = Extract<ErrorCode, `card.${string}`>;

/** What happens on the reader, in order: presented → (read | failed) → removed. */
export type IdCardEvent =
  /** A card was found; it is being read. */
  | { readonly type: 'presented' }
  | { readonly type: 'read'; readonly card: IdentityCard }
  /** The card that lies there cannot be used. A new try begins by itself, or when the card is put again. */
  | { readonly type: 'failed'; readonly code: CardFailure }
  | { readonly type: 'removed' }
  | { readonly type: 'status'; readonly status: IdCardReaderStatus };

/** The identity-card reader as the rest of the kiosk uses it. It polls by itself between start and stop. */
export interface IdCardReader {
  start(listener: (event: IdCardEvent) => void): void;
  status(): IdCardReaderStatus;
  stop(): Promise<void>;
}
