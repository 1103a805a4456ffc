import { createHash } from 'node:crypto';
import type { IdentityCard } from '../../contract/identity-card.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { BaseInformation } from './base-information.ts';
import { isUnknownCommand, type SdtDriver, type SdtFailure } from './driver.ts';
import type { PhotoDecoder, PhotoFailure } from './photo-decoder.ts';
import type { CardFailure, CardImages } from './reader.ts';
import { decodeTextBlock } from './text-block.ts';
import { decodeCardText, type VisibleText } from './visible-text.ts';

/** What came of one try to read the card that lies there. */
export type CardAttempt =
  | {
      readonly type: 'card';
      readonly card: IdentityCard;
      readonly images: CardImages;
      readonly mark: string;
      readonly replacedCharacters: number;
    }
  /** The card was understood, and cannot be used: reading it again gives the same. */
  | { readonly type: 'unusable'; readonly code: CardFailure; readonly mark: string }
  /** The module could not do it; another try may. */
  | { readonly type: 'failed'; readonly failure: SdtFailure };

export interface PhotoUse {
  readonly decoder: PhotoDecoder;
  /** How it went, for the technician. */
  readonly onDecoded: (failure: PhotoFailure | undefined) => void;
}

/** Select, read, latest address, at the moment `now`. The photo ends here: as a picture, or without `photos` unseen. */
export async function attemptCard(driver: SdtDriver, now: Date, photos?: PhotoUse): Promise<CardAttempt> {
  const selected = await driver.selectCard();
  if (!selected.ok) return failed(selected.error);
  const base = await driver.readBase();
  if (!base.ok) return failed(base.error);
  const mark = markOf(base.value.text);
  const decoded = decodeTextBlock(base.value.text);
  if (!decoded.ok) return { type: 'unusable', code: decoded.error, mark };
  const { card, replacedCharacters } = decoded.value;
  if (card.validTo !== undefined && card.validTo < localDate(now))
    return { type: 'unusable', code: 'card.expired', mark };
  const address = await latestAddress(driver, card);
  if (!address.ok) return failed(address.error);
  const images = await imagesOf(base.value, photos);
  return {
    type: 'card',
    card: address.value ? { ...card, address: address.value.text } : card,
    images,
    mark,
    replacedCharacters: replacedCharacters + (address.value?.replaced ?? 0),
  };
}

/** `undefined`: the one in the text still holds. */
async function latestAddress(
  driver: SdtDriver,
  card: IdentityCard,
): Promise<Result<VisibleText | undefined, SdtFailure>> {
  if (card.address === undefined) return ok(undefined);
  const latest = await driver.latestAddress();
  // A module that does not know the command has no latest address to give.
  if (!latest.ok) return isUnknownCommand(latest.error) ? ok(undefined) : latest;
  const address = latest.value && decodeCardText(latest.value);
  return ok(address && address.text !== '' ? address : undefined);
}

async function imagesOf({ photo, fingerprint }: BaseInformation, photos: PhotoUse | undefined): Promise<CardImages> {
  const finger = fingerprint && fingerprint.length > 0 ? { fingerprint } : {};
  if (!photos) return finger;
  const picture = await photos.decoder.decode(photo);
  photos.onDecoded(picture.ok ? undefined : picture.error);
  return picture.ok ? { ...finger, picture: picture.value } : finger;
}

const failed = (failure: SdtFailure): CardAttempt =>
  failure.kind === 'status' && failure.status.handling === 'unsupportedCard'
    ? { type: 'unusable', code: 'card.unsupported', mark: '' }
    : { type: 'failed', failure };

/** Tells two cards apart without keeping what stands on them. */
function markOf(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The calendar day at the machine, `YYYY-MM-DD`. */
function localDate(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
