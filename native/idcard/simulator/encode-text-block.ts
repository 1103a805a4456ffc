import type { IdentityCard, Sex } from '../../../contract/identity-card.ts';
import { unreachable } from '../../../contract/result.ts';

/** Offset and length in bytes, and what stands there; the rest of the block is spaces. */
type Field = readonly [offset: number, bytes: number, text: string];

const SEX_CODES: Readonly<Record<Sex, string>> = { unknown: '0', male: '1', female: '2', notStated: '9' };

/**
 * Writes a card as the chip holds it: 256 bytes UTF-16LE, padded with spaces. For the simulator; it shares nothing with
 * the decoder. Throws when a field does not fit its place.
 */
export function encodeTextBlock(card: IdentityCard): Uint8Array {
  const block = Buffer.from(' '.repeat(128), 'utf16le');
  for (const [offset, bytes, text] of fieldsOf(card)) {
    const encoded = Buffer.from(text, 'utf16le');
    if (encoded.length > bytes) throw new RangeError(`${encoded.length} bytes do not fit the ${bytes} at ${offset}`);
    encoded.copy(block, offset);
  }
  return new Uint8Array(block);
}

/** 追加地址 as the module sends it: 35 characters. */
export function encodeLatestAddress(address: string): Uint8Array {
  const encoded = Buffer.from(address, 'utf16le');
  if (encoded.length > 70) throw new RangeError(`${encoded.length} bytes do not fit 70`);
  const padded = Buffer.from(' '.repeat(35), 'utf16le');
  encoded.copy(padded);
  return new Uint8Array(padded);
}

function fieldsOf(card: IdentityCard): Field[] {
  switch (card.kind) {
    case 'resident':
      return [...holder(card), [32, 4, card.ethnicCode ?? '']];
    case 'hkMacaoTaiwan':
      return [
        ...holder(card),
        [220, 18, card.travelPermitNumber ?? ''],
        [238, 4, card.issueCount ?? ''],
        [248, 2, 'J'],
      ];
    case 'foreigner2017':
      return [
        [0, 120, card.englishName ?? ''],
        [120, 2, SEX_CODES[card.sex]],
        [122, 30, card.idNumber],
        [152, 6, card.nationality ?? ''],
        [158, 30, card.name === card.englishName ? '' : card.name],
        [188, 16, plain(card.validFrom)],
        [204, 16, plain(card.validTo)],
        [220, 16, plain(card.birthDate)],
        [236, 4, '01'],
        [240, 8, card.issuingAuthority ?? ''],
        [248, 2, 'I'],
      ];
    case 'foreigner2023':
      return [
        [0, 30, card.name === card.englishName ? '' : card.name],
        [30, 2, SEX_CODES[card.sex]],
        [32, 4, card.issueCount ?? ''],
        [36, 16, plain(card.birthDate)],
        [52, 70, (card.englishName ?? '').slice(0, 35)],
        [122, 36, card.idNumber],
        [188, 16, plain(card.validFrom)],
        [204, 16, plain(card.validTo)],
        [220, 22, (card.englishName ?? '').slice(35)],
        [242, 6, card.nationality ?? ''],
        [248, 2, 'Y'],
      ];
    default:
      return unreachable(card.kind);
  }
}

/** What the two cards of Chinese citizens have in common. */
function holder(card: IdentityCard): Field[] {
  return [
    [0, 30, card.name],
    [30, 2, SEX_CODES[card.sex]],
    [36, 16, plain(card.birthDate)],
    [52, 70, card.address ?? ''],
    [122, 36, card.idNumber],
    [158, 30, card.issuingAuthority ?? ''],
    [188, 16, plain(card.validFrom)],
    [204, 16, card.validTo === undefined ? '长期' : plain(card.validTo)],
  ];
}

function plain(isoDate: string | undefined): string {
  return (isoDate ?? '').replaceAll('-', '');
}
