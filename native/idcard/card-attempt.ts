import { createHash } from 'node:crypto';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { SdtDriver, SdtFailure } from './driver.ts';
import type { CardFailure } from './reader.ts';
import { decodeTextBlock } from './text-block.ts';
import { decodeCardText } from './visible-text.ts';

/** What came of one try to read the card that lies there. */
export type CardAttempt =
  | { readonly type: 'card'; readonly card: IdentityCard; readonly mark: string; readonly replacedCharacters: number }
  /** The card was understood, and cannot be used: reading it again gives the same. */
  | { readonly type: 'unusable'; readonly code: CardFailure; readonly mark: string }
  /** The module could not do it; another try may. */
  | { readonly type: 'failed'; readonly failure: SdtFailure };

/** Select, read, latest address. `today` is `YYYY-MM-DD`. The photo is dropped here. */
export async function attemptCard(driver: SdtDriver, today: string): Promise<CardAttempt> {
  const selected = await driver.selectCard();
  if (!selected.ok) return failed(selected.error);
  const base = await driver.readBase();
  if (!base.ok) return failed(base.error);
  const mark = markOf(base.value.text);
  const decoded = decodeTextBlock(base.value.text);
  if (!decoded.ok) return { type: 'unusable', code: decoded.error, mark };
  const { card, replacedCharacters } = decoded.value;
  if (card.validTo !== undefined && card.validTo < today) return { type: 'unusable', code: 'card.expired', mark };
  if (card.address === undefined) return { type: 'card', card, mark, replacedCharacters };
  const latest = await driver.latestAddress();
  if (!latest.ok) {
    // A module that does not know the command has no latest address to give.
    if (isUnknownCommand(latest.error)) return { type: 'card', card, mark, replacedCharacters };
    return failed(latest.error);
  }
  const address = latest.value === undefined ? undefined : decodeCardText(latest.value);
  if (address === undefined || address.text === '') return { type: 'card', card, mark, replacedCharacters };
  return {
    type: 'card',
    card: { ...card, address: address.text },
    mark,
    replacedCharacters: replacedCharacters + address.replaced,
  };
}

export function isUnknownCommand(failure: SdtFailure): boolean {
  return failure.kind === 'status' && failure.status.name === 'commandUnknown';
}

const failed = (failure: SdtFailure): CardAttempt =>
  failure.kind === 'status' && failure.status.handling === 'unsupportedCard'
    ? { type: 'unusable', code: 'card.unsupported', mark: '' }
    : { type: 'failed', failure };

/** Tells two cards apart without keeping what stands on them. */
function markOf(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
