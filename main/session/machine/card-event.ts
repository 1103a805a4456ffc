import type { IdCardEvent } from '../../../native/idcard/reader.ts';
import type { SessionEvent } from './types.ts';

/** What an event of the reader is to the session; undefined: nothing. */
export function cardEvent(event: IdCardEvent): SessionEvent | undefined {
  switch (event.type) {
    case 'presented':
    case 'removed':
      return { type: `card.${event.type}` };
    case 'read':
      return { type: 'card.read', card: event.card };
    case 'failed':
      return { type: 'card.failed', code: event.code };
    case 'status': {
      const { device, media } = event.status;
      if (device !== 'online' && device !== 'starting') return { type: 'reader.lost' };
      return media === 'present' ? { type: 'card.lies' } : undefined;
    }
  }
}
