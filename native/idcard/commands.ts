/** A command: its CMD and PARA bytes, how long the module may take, and what a good reply looks like. */
export interface SdtCommand {
  readonly name: SdtCommandName;
  readonly cmd: number;
  readonly para: number;
  /** After so many milliseconds without a single byte the module counts as silent. */
  readonly silenceMs: number;
  /** After so many milliseconds the whole reply must be there, at 115,200 bit/s; slower lines get their time on top. */
  readonly deadlineMs: number;
  /** Good SW3, and the numbers of data bytes that can come with it: see `looksLike`. */
  readonly goodStatus: number;
  readonly dataBytes: readonly number[];
}

export type SdtCommandName =
  | 'samStatus'
  | 'samId'
  | 'resetSam'
  | 'findCard'
  | 'selectCard'
  | 'readBase'
  | 'readBaseAndFingerprint'
  | 'latestAddress'
  | 'managementNumber'
  | 'init';

/** CMD and PARA. */
export type CommandBytes = readonly [cmd: number, para: number];

/** From the four hexadecimal digits of the configuration. */
export function commandBytes(hex: string): CommandBytes {
  return [Number.parseInt(hex.slice(0, 2), 16), Number.parseInt(hex.slice(2, 4), 16)];
}

export const TEXT_BYTES = 256;
export const PHOTO_BYTES = 1024;
export const FINGERPRINT_BYTES = 1024;
/** Two bytes each in front of text, photo and, where it is asked for, fingerprint. */
const LENGTH_BYTES = 2;
const READ_BYTES = 2 * LENGTH_BYTES + TEXT_BYTES + PHOTO_BYTES;

export const SDT_COMMANDS = {
  samStatus: command('samStatus', [0x11, 0xff], 300, 300, 0x90, 0),
  samId: command('samId', [0x12, 0xff], 300, 300, 0x90, 16),
  // Most modules answer within 100 ms; some look for a card for up to a second before they say that there is none.
  findCard: command('findCard', [0x20, 0x01], 1000, 1000, 0x9f, 4),
  selectCard: command('selectCard', [0x20, 0x02], 500, 500, 0x90, 8),
  readBase: command('readBase', [0x30, 0x01], 1400, 2000, 0x90, READ_BYTES),
  /** A card without a fingerprint answers a fingerprint of 0 bytes (inferred from the layout). */
  readBaseAndFingerprint: command(
    'readBaseAndFingerprint',
    [0x30, 0x10],
    1400,
    3000,
    0x90,
    READ_BYTES + LENGTH_BYTES + FINGERPRINT_BYTES,
    READ_BYTES + LENGTH_BYTES,
  ),
  latestAddress: command('latestAddress', [0x30, 0x03], 1400, 1500, 0x90, 70),
} as const satisfies Partial<Record<SdtCommandName, SdtCommand>>;

/**
 * Vendors' libraries have these two functions, and no public source has their bytes: `10 FF` for the reset is hearsay,
 * for the card's management number (IIN, SN, DN: 28 bytes) there is not even that. So both come from the configuration
 * or not at all. That a reset is answered like a self-check is an assumption too.
 */
export const resetCommand = (bytes: CommandBytes): SdtCommand => command('resetSam', bytes, 1000, 1000, 0x90, 0);
export const managementNumberCommand = (bytes: CommandBytes): SdtCommand =>
  command('managementNumber', bytes, 1400, 1500, 0x90, 28);

/**
 * The older family (CVR-100AU). One source has these requests and none a reply; status bytes and data are taken to be
 * those of SDT.
 */
export const CVR_SUM_COMMANDS = {
  init: command('init', [0x00, 0x01], 1000, 1000, 0x90, 0),
  findCard: command('findCard', [0x00, 0x81], 1000, 1000, 0x9f, 4),
  selectCard: command('selectCard', [0x00, 0x82], 500, 500, 0x90, 8),
  readBase: command('readBase', [0x00, 0x83], 1400, 2000, 0x90, READ_BYTES),
} as const satisfies Partial<Record<SdtCommandName, SdtCommand>>;

/** Nothing in a good reply to one of them tells that it is not the other's. */
export function looksLike(one: SdtCommand, other: SdtCommand): boolean {
  return one.goodStatus === other.goodStatus && one.dataBytes.some((bytes) => other.dataBytes.includes(bytes));
}

function command<const N extends SdtCommandName>(
  name: N,
  [cmd, para]: CommandBytes,
  silenceMs: number,
  deadlineMs: number,
  goodStatus: number,
  ...dataBytes: readonly number[]
): SdtCommand & { readonly name: N } {
  return { name, cmd, para, silenceMs, deadlineMs, goodStatus, dataBytes };
}
