import type { DeviceHealth } from '../../../contract/device-health.ts';
import type { IdCardReaderStatus } from '../../../contract/device-status.ts';
import type { IdCardEvent } from '../../../native/idcard/reader.ts';

type CardEvent = Exclude<IdCardEvent, { type: 'status' }>;

/** What the session hears of the reader, over all processes that its driver ever has. */
export interface IdCardStory {
  /** From the driver. */
  event(event: CardEvent): void;
  health(health: DeviceHealth): void;
  status(): IdCardReaderStatus;
}

/**
 * A driver that was started again finds the card that still lies there and tells its whole story anew. To the session that
 * is one story: the same card is not told twice, another one is told as removed first.
 */
export function createIdCardStory(emit: (event: IdCardEvent) => void): IdCardStory {
  let status: IdCardReaderStatus = { device: 'starting', media: 'unknown' };
  /** The card that lies there, as far as it was told; its number is undefined until it was read. */
  let told: { readonly idNumber: string | undefined } | undefined;
  /** The driver is another one than the one that told of the card. */
  let doubt = false;

  const pass = (event: CardEvent): void => {
    if (event.type === 'removed') told = undefined;
    else if (event.type === 'presented') told = { idNumber: undefined };
    else if (event.type === 'read') told = { idNumber: event.card.idNumber };
    emit(event);
  };
  const settle = (...events: readonly CardEvent[]): void => {
    doubt = false;
    for (const event of events) pass(event);
  };

  return {
    event(event) {
      if (!doubt) return pass(event);
      switch (event.type) {
        case 'presented':
          // A card that nobody knows yet is read from the beginning; one that was read is not told of until it is known again.
          return told?.idNumber === undefined ? settle({ type: 'removed' }, event) : undefined;
        case 'removed':
          return settle(event);
        case 'read':
          if (told?.idNumber === event.card.idNumber) return settle();
          return settle({ type: 'removed' }, { type: 'presented' }, event);
        case 'failed':
          return settle({ type: 'removed' }, { type: 'presented' }, event);
      }
    },
    health({ state, details, reasons }) {
      if (reasons.some((reason) => reason === 'driverCrashed' || reason === 'driverHung')) doubt = told !== undefined;
      const media = details.media === 'present' || details.media === 'notPresent' ? details.media : 'unknown';
      const next: IdCardReaderStatus = { device: state, media };
      if (next.device === status.device && next.media === status.media) return;
      status = next;
      if (doubt && state === 'online' && media === 'notPresent') settle({ type: 'removed' });
      emit({ type: 'status', status });
    },
    status: () => status,
  };
}
