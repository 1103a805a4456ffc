import type { SimulatedCard } from './card-program.ts';

/** A reader's slot, as a hand has it. */
export interface SimulatedSlot {
  insert(card: SimulatedCard): void;
  take(): void;
}
