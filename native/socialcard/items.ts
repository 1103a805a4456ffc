import type { FileName } from './apdu.ts';

/** Items of the card that a visit needs; card class, issuer number and birth place are left on the card. */
interface Item {
  readonly file: FileName;
  /** Also the first byte of its record. */
  readonly identifier: number;
  /** Place in the file, from 1, for cards that are read by number. Known from one city for EF06, inferred for EF05. */
  readonly record: number;
  /** Of the value; the record has two more. */
  readonly bytes: number;
}

export const ITEMS = {
  identification: { file: 'EF05', identifier: 0x01, record: 1, bytes: 16 },
  specVersion: { file: 'EF05', identifier: 0x03, record: 3, bytes: 4 },
  issueDate: { file: 'EF05', identifier: 0x05, record: 5, bytes: 4 },
  validTo: { file: 'EF05', identifier: 0x06, record: 6, bytes: 4 },
  cardNumber: { file: 'EF05', identifier: 0x07, record: 7, bytes: 9 },
  idNumber: { file: 'EF06', identifier: 0x08, record: 1, bytes: 18 },
  name: { file: 'EF06', identifier: 0x09, record: 2, bytes: 30 },
  sex: { file: 'EF06', identifier: 0x0a, record: 3, bytes: 1 },
  ethnicCode: { file: 'EF06', identifier: 0x0b, record: 4, bytes: 1 },
  birthDate: { file: 'EF06', identifier: 0x0d, record: 6, bytes: 4 },
} as const satisfies Record<string, Item>;

export type ItemName = keyof typeof ITEMS;
export const ITEM_NAMES: readonly ItemName[] = [
  'identification',
  'specVersion',
  'issueDate',
  'validTo',
  'cardNumber',
  'idNumber',
  'name',
  'sex',
  'ethnicCode',
  'birthDate',
];

/** Without these there is no card. */
const NEEDED: readonly ItemName[] = ['cardNumber', 'idNumber', 'name'];
export const isNeeded = (item: ItemName): boolean => NEEDED.includes(item);

/** Values by item, as they stand on the card. */
export type ItemValues = ReadonlyMap<ItemName, Uint8Array>;
