/** What the reader does about a status. */
export type SdtHandling =
  | 'done'
  /** The card has no such item. */
  | 'empty'
  | 'noCard'
  /** The same command once more. */
  | 'retry'
  /** From find again. */
  | 'restart'
  /** The card must lie still, or be put again. */
  | 'rePresent'
  | 'unsupportedCard'
  | 'deviceFault'
  /** We sent what this module does not understand. */
  | 'programError';

interface StatusEntry {
  readonly name: string;
  readonly handling: SdtHandling;
}

const status = <const N extends string>(name: N, handling: SdtHandling) => ({ name, handling });

/** SW3, the third status byte of a reply; four independent lists agree on it. */
const SW3 = {
  144: status('success', 'done'),
  145: status('noSuchItem', 'empty'),
  159: status('cardFound', 'done'),
  16: status('checksumWrong', 'retry'),
  17: status('lengthWrong', 'retry'),
  33: status('commandUnknown', 'programError'),
  35: status('outOfSequence', 'restart'),
  36: status('unrecognisedError', 'retry'),
  49: status('samNotAccepted', 'rePresent'),
  50: status('cardNotAccepted', 'rePresent'),
  51: status('informationUnverified', 'rePresent'),
  55: status('fingerprintUnverified', 'rePresent'),
  63: status('informationLengthWrong', 'rePresent'),
  64: status('cardTypeUnknown', 'unsupportedCard'),
  65: status('readFailed', 'rePresent'),
  71: status('randomFailed', 'rePresent'),
  96: status('selfCheckFailed', 'deviceFault'),
  102: status('samNotAuthorised', 'deviceFault'),
  128: status('findFailed', 'noCard'),
  129: status('selectFailed', 'noCard'),
} as const satisfies Record<number, StatusEntry>;

export type SdtStatusName = (typeof SW3)[keyof typeof SW3]['name'] | 'unknown';

export interface SdtStatus {
  readonly name: SdtStatusName;
  readonly handling: SdtHandling;
}

const STATUSES = new Map<number, SdtStatus>(Object.entries(SW3).map(([byte, entry]) => [Number(byte), entry]));

/** Every byte has an answer; one that no list names is `unknown` and handled like a card that must be put again. */
export function sdtStatus(byte: number): SdtStatus {
  return STATUSES.get(byte) ?? { name: 'unknown', handling: 'rePresent' };
}
