/** Commands to the card (ISO/IEC 7816-4). Class 00 throughout: nothing here is secured, and none of them is a PIN. */

/** "sx1.sh.社会保障" in GBK: the social-security environment (SSSE), as its name stands on every card. */
export const SSSE_NAME = Uint8Array.of(
  ...[0x73, 0x78, 0x31, 0x2e, 0x73, 0x68, 0x2e, 0xc9, 0xe7, 0xbb, 0xe1, 0xb1, 0xa3, 0xd5, 0xcf],
);

export type FileName = 'EF05' | 'EF06';
const FILE_IDS = { EF05: [0xef, 0x05], EF06: [0xef, 0x06] } as const;

/** How SELECT names a file: below the one selected (P1 02), or anywhere (P1 00); some cards know only the second. */
export type SelectForm = 'below' | 'anywhere';
/** How READ RECORD names a record: P2 00 and the item's identifier, or P2 04 and its number in the file. */
export type RecordForm = 'byIdentifier' | 'byNumber';

/** SELECT by name, without Le: the file control information is of no interest. */
export const selectByName = (name: Uint8Array): Uint8Array =>
  Uint8Array.of(0x00, 0xa4, 0x04, 0x00, name.length, ...name);

export const selectFile = (file: FileName, form: SelectForm): Uint8Array =>
  Uint8Array.of(0x00, 0xa4, form === 'below' ? 0x02 : 0x00, 0x00, 0x02, ...FILE_IDS[file]);

/** @param length of the whole record with identifier and length byte: Le */
export const readRecord = (form: RecordForm, which: number, length: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb2, which, form === 'byNumber' ? 0x04 : 0x00, length);

/** Fetches what SW 61xx said is ready. */
export const getResponse = (length: number): Uint8Array => Uint8Array.of(0x00, 0xc0, 0x00, 0x00, length);

/** The same command with the Le that SW 6Cxx asked for. Only for commands that end with Le and have no data. */
export const withLe = (apdu: Uint8Array, length: number): Uint8Array => Uint8Array.of(...apdu.subarray(0, 4), length);
