/** Another person's card lies there: the visit ends at once, and they see nothing of it. */
export const foreignCard = {
  guard: 'foreignCard',
  target: '#session.cardTrouble',
  actions: ['abandon', 'clear', { type: 'cardFailed', params: 'card.changed' }],
} as const;
