import type { SessionSetup } from './setup.ts';

/** Before a visit: nobody, a card being read, a card that cannot be used. */
export function cardStates(setup: SessionSetup) {
  const attract = setup.createStateConfig({
    entry: 'clear',
    on: {
      'card.presented': { target: 'reading', actions: 'cardPut' },
      'card.read': { target: 'visit', actions: { type: 'greet', params: ({ event }) => event.card } },
      'card.failed': { target: 'cardTrouble', actions: { type: 'cardFailed', params: ({ event }) => event.code } },
    },
    // A mode or language that somebody chose and then walked away from does not wait for the next person.
    after: { continueLimit: { target: 'attract', reenter: true } },
  });
  const reading = setup.createStateConfig({
    on: {
      'card.read': { target: 'visit', actions: { type: 'greet', params: ({ event }) => event.card } },
      'card.failed': { target: 'cardTrouble', actions: { type: 'cardFailed', params: ({ event }) => event.code } },
      'reader.lost': { target: 'attract', actions: 'cardGone' },
      'card.removed': {
        target: 'cardTrouble',
        actions: ['cardGone', { type: 'cardFailed', params: 'card.removedEarly' }],
      },
    },
    after: { readLimit: { target: 'cardTrouble', actions: { type: 'cardFailed', params: 'card.unreadable' } } },
  });
  /** Stays while the card lies there, and a little longer, so that the sentence can be read to its end. */
  const cardTrouble = setup.createStateConfig({
    on: {
      'card.read': { target: 'visit', actions: { type: 'greet', params: ({ event }) => event.card } },
      'card.failed': { actions: { type: 'cardFailed', params: ({ event }) => event.code } },
      'card.presented': { target: 'reading', actions: 'cardPut' },
    },
    initial: 'lying',
    states: {
      lying: {
        always: { guard: 'readerEmpty', target: 'away' },
        on: { 'reader.lost': { actions: 'cardGone' } },
      },
      away: { after: { cardTroubleLinger: '#session.attract' } },
    },
  });
  return { attract, reading, cardTrouble };
}
