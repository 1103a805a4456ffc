/** What pcscd answers, of what a kiosk can meet; the numbers are those of PC/SC everywhere (`winscard.h`). */
const CODES = [
  [0x80100003, 'invalidHandle'],
  [0x80100008, 'insufficientBuffer'],
  [0x80100009, 'unknownReader'],
  [0x8010000a, 'timeout'],
  [0x8010000b, 'sharingViolation'],
  [0x8010000c, 'noCard'],
  [0x8010000f, 'protocolMismatch'],
  [0x80100016, 'notTransacted'],
  [0x80100017, 'readerUnavailable'],
  [0x8010001e, 'serviceStopped'],
  [0x8010002e, 'noReaders'],
  [0x80100065, 'cardUnsupported'],
  [0x80100066, 'cardUnresponsive'],
  [0x80100067, 'cardUnpowered'],
  [0x80100068, 'cardReset'],
  [0x80100069, 'cardRemoved'],
  [0x8010006a, 'securityViolation'],
] as const;

export type PcscCode = (typeof CODES)[number][1] | 'other';

const BY_NUMBER = new Map<number, PcscCode>(CODES);

/** The name of an answer that is not 0 (success). */
export const pcscCode = (rv: number): PcscCode => BY_NUMBER.get(rv >>> 0) ?? 'other';
