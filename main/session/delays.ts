/** Every wait of a visit, milliseconds. Injected, so that a test can shorten what it does not look at. */
export const VISIT_DELAYS = {
  /** A card that is found but not read in this time is called unreadable. */
  CARD_READ_LIMIT_MS: 6_000,
  /** On top of what the center may take, for a finished PDF to be checked: then the wait ends, whatever still works. */
  FETCH_MARGIN_MS: 3_000,
  /** How long a card's trouble stays on the screen after the card was taken off. */
  CARD_TROUBLE_LINGER_MS: 6_000,
  /** How long the card may be away in the middle of a visit. */
  CARD_AWAY_LIMIT_MS: 20_000,
  /** How long the "printed" screen stands at least, before the rating comes by itself. */
  PRINTED_SHOW_MS: 2_500,
  /** A receipt printer that has not told its end by then is not waited for. */
  RECEIPT_LIMIT_MS: 60_000,
  /** The rating is skipped after this time: not rated. */
  RATING_LIMIT_MS: 20_000,
  /** After this time on the last screen the visit's data is cleared, though the card may still lie there. */
  TAKE_AWAY_CONTINUE_MS: 60_000,
  /** With nothing on the reader the last screen goes by itself. */
  TAKE_AWAY_SHOW_MS: 6_000,
  GOODBYE_SHOW_MS: 4_000,
  /** The technician's page goes by itself. */
  TECHNICIAN_LIMIT_MS: 120_000,
  /** Nobody stands before a trouble for longer; then the visit ends. */
  TROUBLE_LIMIT_MS: 180_000,
  /** A print that is held up is given up after this time. */
  PRINT_TROUBLE_LIMIT_MS: 600_000,
  /** A print that goes on and on, held up and freed in turn, is given up after this time. */
  PRINT_LIMIT_MS: 1_800_000,
  /** What was given up must have told its end in this time; after it nobody waits, and the end is unknown. */
  GIVE_UP_LIMIT_MS: 30_000,
  /** A door that has not told its end by then never will; longer than any that is left open. */
  DOOR_LIMIT_MS: 900_000,
  /** How long it stands that a document was taken, or materials were handed in. */
  LOCKER_END_SHOW_MS: 8_000,
  /** Whoever does not say whether they took the document has it after this time. */
  ASK_TAKEN_LIMIT_MS: 60_000,
} as const;

export type VisitDelays = { readonly [K in keyof typeof VISIT_DELAYS]: number };
