import type { SessionSetup } from './setup.ts';

/** Before a visit: nobody, a card being read, a card that cannot be used. */
export function cardStates(setup: SessionSetup) {
  const attract = setup.createStateConfig({
    always: { guard: 'cardLies', target: 'leftBehind' },
    on: {
      'card.presented': { target: 'reading', actions: 'cardPut' },
      'card.read': { target: 'visit', actions: { type: 'greet', params: ({ event }) => event.card } },
      'card.failed': { target: 'cardTrouble', actions: { type: 'cardFailed', params: ({ event }) => event.code } },
      lookAround: { target: 'visit', actions: 'greetGuest' },
      openPickup: {
        guard: 'lockerReady',
        target: '#session.visit.desk.pickup',
        actions: ['greetGuest', { type: 'beginPickup', params: null }],
      },
      openHandIn: {
        guard: 'lockerReady',
        target: '#session.visit.desk.handIn',
        actions: ['greetGuest', 'beginHandIn'],
      },
      // Whoever holds the code of a message to the scanner wants one thing.
      scanned: {
        guard: 'pickupCode',
        target: '#session.visit.desk.pickup',
        actions: ['greetGuest', { type: 'beginPickup', params: ({ event }) => event.scanned }],
      },
      openTechnician: 'technician',
      openStaff: { guard: 'hasLocker', target: 'staff' },
      setMode: { target: '.chosen', actions: { type: 'setMode', params: ({ event }) => event } },
      setLanguage: { target: '.chosen', actions: { type: 'setLanguage', params: ({ event }) => event.language } },
    },
    initial: 'calm',
    states: {
      calm: { entry: 'clear' },
      // A mode or language that somebody chose and then walked away from does not wait for the next person.
      chosen: { after: { continueLimit: 'calm' } },
    },
  });
  /**
   * A card lies there that no visit began with: the reader was away for a while, and will not tell of it again. It has to
   * be taken off first, and that is what the person is told.
   */
  const leftBehind = setup.createStateConfig({
    entry: 'clear',
    always: { guard: 'readerEmpty', target: 'attract' },
    on: {
      'card.presented': { target: 'reading', actions: 'cardPut' },
      'card.read': { target: 'visit', actions: { type: 'greet', params: ({ event }) => event.card } },
      'card.failed': { target: 'cardTrouble', actions: { type: 'cardFailed', params: ({ event }) => event.code } },
      'reader.lost': { actions: 'cardGone' },
    },
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
  /** States of the machine for whoever mends it; a card on the reader comes first. */
  const technician = setup.createStateConfig({
    on: {
      back: 'attract',
      home: 'attract',
      leave: 'attract',
      openStaff: { guard: 'hasLocker', target: 'staff' },
      'card.presented': { target: 'reading', actions: 'cardPut' },
    },
    after: { technicianLimit: 'attract' },
  });
  /** Staff are at work at the locker, on their own page. What lies on the reader is theirs; it is asked for when they leave. */
  const staff = setup.createStateConfig({
    entry: 'clear',
    on: { 'staff.left': 'attract', 'reader.lost': { actions: 'cardGone' } },
  });
  return { attract, leftBehind, reading, cardTrouble, technician, staff };
}
