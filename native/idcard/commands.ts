/** SDT commands: CMD and PARA bytes, how long the module may take, and what a good reply looks like. */
export interface SdtCommand {
  readonly name: SdtCommandName;
  readonly cmd: number;
  readonly para: number;
  /** After so many milliseconds without a single byte the module counts as silent. */
  readonly silenceMs: number;
  /** After so many milliseconds the whole reply must be there. */
  readonly deadlineMs: number;
  /** Good SW3, and the number of data bytes that come with it: no other command's good reply has the same pair. */
  readonly goodStatus: number;
  readonly dataBytes: number;
}

export type SdtCommandName = 'samStatus' | 'samId' | 'findCard' | 'selectCard' | 'readBase' | 'latestAddress';

/** Lengths in front of text and photo, 2 bytes each; text; photo. */
export const READ_BASE_BYTES = 2 + 2 + 256 + 1024;

export const SDT_COMMANDS: Readonly<Record<SdtCommandName, SdtCommand>> = {
  samStatus: command('samStatus', 0x11, 0xff, 300, 300, 0x90, 0),
  samId: command('samId', 0x12, 0xff, 300, 300, 0x90, 16),
  // Most modules answer within 100 ms; some look for a card for up to a second before they say that there is none.
  findCard: command('findCard', 0x20, 0x01, 1000, 1000, 0x9f, 4),
  selectCard: command('selectCard', 0x20, 0x02, 500, 500, 0x90, 8),
  readBase: command('readBase', 0x30, 0x01, 1400, 2000, 0x90, READ_BASE_BYTES),
  latestAddress: command('latestAddress', 0x30, 0x03, 1400, 1500, 0x90, 70),
};

export function commandOf(cmd: number, para: number): SdtCommand | undefined {
  return Object.values(SDT_COMMANDS).find((known) => known.cmd === cmd && known.para === para);
}

function command(
  name: SdtCommandName,
  cmd: number,
  para: number,
  silenceMs: number,
  deadlineMs: number,
  goodStatus: number,
  dataBytes: number,
): SdtCommand {
  return { name, cmd, para, silenceMs, deadlineMs, goodStatus, dataBytes };
}
