import type { IdCardReaderStatus } from '../../contract/device-status.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';

export type CardFailure = Extract<ErrorCode, `card.${string}`>;

/** What the configuration asks for beyond the text. Personal, like all of a card: never stored or logged. */
export interface CardImages {
  /** A BMP of 102×126, 24-bit; absent without a decoder, or when it made none of this photo. */
  readonly picture?: Uint8Array;
  /** 1024 bytes in a format that is not public (GA/T 1012); absent on a card that has none. */
  readonly fingerprint?: Uint8Array;
}

/** What happens on the reader, in order: presented → (read | failed) → removed. */
export type IdCardEvent =
  /** A card was found; it is being read. */
  | { readonly type: 'presented' }
  | ({ readonly type: 'read'; readonly card: IdentityCard } & CardImages)
  /** The card that lies there cannot be used. A new try begins by itself, or when the card is put again. */
  | { readonly type: 'failed'; readonly code: CardFailure }
  | { readonly type: 'removed' }
  | { readonly type: 'status'; readonly status: IdCardReaderStatus };

/** What happens to cards alone. */
export type CardEvent = Exclude<IdCardEvent, { type: 'status' }>;

/** The identity-card reader as the rest of the kiosk uses it. It polls by itself between start and stop. */
export interface IdCardReader {
  start(listener: (event: IdCardEvent) => void): void;
  status(): IdCardReaderStatus;
  stop(): Promise<void>;
}
