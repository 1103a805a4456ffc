import { type IdentityCard, maskName } from '../../../contract/identity-card.ts';
import type { IdCardEvent } from '../../../native/idcard/reader.ts';
import { type DeviceCheck, HAND_LIMIT_MS } from './check.ts';

/** A card is put on the reader, read, and taken away again. What stands on it is shown masked. */
export const checkIdCard: DeviceCheck = async ({ say, next }) => {
  say.line('do', '→ Lay an identity card on the reader and leave it there.');
  const outcome = await next((event) => settled(event as IdCardEvent), HAND_LIMIT_MS);
  if (outcome === undefined) {
    say.line('seen', `  no card was seen within ${HAND_LIMIT_MS / 1000} s`);
    return false;
  }
  if (typeof outcome === 'string') {
    say.line('seen', `  the card could not be used: ${outcome}`, { code: outcome });
    return false;
  }
  say.line('seen', `  read: ${maskName(outcome.name)}, card of kind ${outcome.kind}`, { kind: outcome.kind });
  say.line('do', '→ Take the card away.');
  const removed = await next((event) => ((event as IdCardEvent).type === 'removed' ? true : undefined), HAND_LIMIT_MS);
  say.line('seen', removed ? '  the card is gone' : '  the reader still sees a card');
  return removed === true;
};

function settled(event: IdCardEvent): IdentityCard | string | undefined {
  if (event.type === 'read') return event.card;
  return event.type === 'failed' ? event.code : undefined;
}
