import iconv from 'iconv-lite';
import type { SocialCard } from '../../../contract/social-card.ts';

/** The two files of a card that can be read without PIN: records in their order, each identifier, length, value. */
export interface CardFiles {
  readonly ef05: readonly Uint8Array[];
  readonly ef06: readonly Uint8Array[];
}

/** Lays a card out as its issuer does. An item the card does not have is a record that is missing. */
export function cardFiles(card: SocialCard): CardFiles {
  const digits = (date: string | undefined): Buffer | undefined =>
    date ? packed(date.replaceAll('-', ''), 4) : undefined;
  const sexes = { unknown: '0', male: '1', female: '2', notStated: '9' };
  return {
    ef05: records([
      [0x01, card.regionCode ? packed(`${card.regionCode}D15600000500${'0'.repeat(14)}`, 16) : undefined],
      [0x02, Buffer.from('1')],
      [0x03, card.specVersion ? filled(card.specVersion, 4) : undefined],
      [0x04, packed('910000020100310101000000', 12)],
      [0x05, digits(card.issueDate)],
      [0x06, digits(card.validTo)],
      [0x07, filled(card.cardNumber, 9)],
    ]),
    ef06: records([
      [0x08, filled(card.idNumber, 18)],
      [0x09, filled(iconv.encode(card.name, 'gb18030'), 30)],
      [0x0a, card.sex ? Buffer.from(sexes[card.sex]) : undefined],
      [0x0b, card.ethnicCode ? packed(card.ethnicCode, 1) : undefined],
      [0x0c, packed(card.idNumber.slice(0, 6), 3)],
      [0x0d, digits(card.birthDate)],
    ]),
  };
}

function records(items: readonly (readonly [number, Buffer | undefined])[]): Uint8Array[] {
  return items.flatMap(([identifier, value]) =>
    value ? [Buffer.concat([Buffer.of(identifier, value.length), value])] : [],
  );
}

/** Two digits in a byte, F behind the last. */
const packed = (digits: string, bytes: number): Buffer =>
  Buffer.from(digits.padEnd(bytes * 2, 'F').slice(0, bytes * 2), 'hex');

/** Text with 00 behind it. */
function filled(text: string | Uint8Array, bytes: number): Buffer {
  const field = Buffer.alloc(bytes);
  Buffer.from(text).copy(field);
  return field;
}
