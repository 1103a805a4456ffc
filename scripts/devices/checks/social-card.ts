import { maskName } from '../../../contract/identity-card.ts';
import type { SocialCardEvent } from '../../../native/socialcard/reader.ts';
import { type DeviceCheck, HAND_LIMIT_MS } from './check.ts';

/** A card is put in, read, and taken out again. What stands on it is shown masked. */
export const checkSocialCard: DeviceCheck = async ({ say, next }) => {
  say.line('do', '→ Put a social-security card into the reader, chip first, and leave it there.');
  const outcome = await next((event) => settled(event as SocialCardEvent), HAND_LIMIT_MS);
  if (outcome === undefined) {
    say.line('seen', `  no card was seen within ${HAND_LIMIT_MS / 1000} s`);
    return false;
  }
  say.line('seen', `  ${outcome.text}`);
  if (!outcome.read) return false;
  say.line('do', '→ Take the card out.');
  const removed = await next(
    (event) => ((event as SocialCardEvent).type === 'removed' ? true : undefined),
    HAND_LIMIT_MS,
  );
  say.line('seen', removed ? '  the card is gone' : '  the reader still sees a card');
  return removed === true;
};

function settled(event: SocialCardEvent): { readonly read: boolean; readonly text: string } | undefined {
  if (event.type === 'read') return { read: true, text: `read: ${maskName(event.card.name)}` };
  return event.type === 'failed' ? { read: false, text: `the card could not be used: ${event.code}` } : undefined;
}
