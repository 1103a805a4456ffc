import { type SocialCard, socialCardSchema } from '../../contract/social-card.ts';
import type { ItemValues } from './items.ts';
import { decodeAscii, decodeDate, decodeEthnicCode, decodeRegion, decodeSex, decodeText } from './values.ts';

export interface DecodedCard {
  readonly card: SocialCard;
  /** Characters of the name that could not be shown. */
  readonly replacedCharacters: number;
}

/** Items → card. `undefined`: a number that fails its check, or a needed item that says nothing. */
export function decodeCard(values: ItemValues, ethnicForm: 'bcd' | 'binary'): DecodedCard | undefined {
  const field = <T>(value: Uint8Array | undefined, decode: (bytes: Uint8Array) => T): T | undefined =>
    value === undefined ? undefined : decode(value);
  const name = field(values.get('name'), decodeText);
  const fields = {
    cardNumber: field(values.get('cardNumber'), decodeAscii)?.toUpperCase(),
    name: name?.text,
    idNumber: field(values.get('idNumber'), decodeAscii)?.toUpperCase(),
    sex: field(values.get('sex'), decodeSex),
    ethnicCode: field(values.get('ethnicCode'), (bytes) => decodeEthnicCode(bytes, ethnicForm)),
    birthDate: field(values.get('birthDate'), decodeDate),
    regionCode: field(values.get('identification'), decodeRegion),
    issueDate: field(values.get('issueDate'), decodeDate),
    validTo: field(values.get('validTo'), decodeDate),
    specVersion: field(values.get('specVersion'), decodeAscii),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const card = socialCardSchema.safeParse(known);
  return card.success ? { card: card.data, replacedCharacters: name?.replaced ?? 0 } : undefined;
}
