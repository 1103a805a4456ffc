import type { SessionContext } from './types.ts';

/** The card of the visit lies there; a visit without a card misses none. */
export const ownCard = ({ onReader, visit }: SessionContext): boolean =>
  visit?.card === null || (onReader.present && onReader.idNumber === visit?.card.idNumber);
