import type { HealthReport } from '../../contract/device-health.ts';
import type { IdCardReaderStatus } from '../../contract/device-status.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { SocialCard } from '../../contract/social-card.ts';

export type SocialCardFailure = Exclude<Extract<ErrorCode, `socialCard.${string}`>, 'socialCard.offline'>;

/** What happens at the reader, in order: presented → (read | failed) → removed. */
export type SocialCardEvent =
  /** A card was put in; it is being read. */
  | { readonly type: 'presented' }
  | { readonly type: 'read'; readonly card: SocialCard }
  /** The card cannot be used. A new try begins when it is put in again. */
  | { readonly type: 'failed'; readonly code: SocialCardFailure }
  | { readonly type: 'removed' }
  | { readonly type: 'status'; readonly status: SocialCardReaderStatus };

/** The same words as for the identity card: device, and whether a card is there. */
export type SocialCardReaderStatus = IdCardReaderStatus;

/** The social-security card reader as the rest of the kiosk uses it. It watches the slot by itself between start and stop. */
export interface SocialCardReader {
  start(listener: (event: SocialCardEvent) => void, onHealth?: (health: HealthReport) => void): void;
  status(): SocialCardReaderStatus;
  stop(): Promise<void>;
}
