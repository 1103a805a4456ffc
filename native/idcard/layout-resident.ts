import { isCitizenNumber } from '../../contract/citizen-number.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { FieldReader } from './text-fields.ts';

/** Resident card, type flag space. Offsets in bytes of the text block. */
export function decodeResident(fields: FieldReader): IdentityCard {
  const ethnicCode = fields.matching(32, 4, /^\d\d$/);
  return { kind: 'resident', ...decodeChineseHolder(fields), ethnicCode };
}

/** 港澳台居民居住证, type flag `J`: as the resident card, without ethnic code, with what stands behind offset 220. */
export function decodeHkMacaoTaiwan(fields: FieldReader): IdentityCard {
  return {
    kind: 'hkMacaoTaiwan',
    ...decodeChineseHolder(fields),
    travelPermitNumber: fields.matching(220, 18, /^[0-9A-Z]{8,9}$/),
    issueCount: fields.matching(238, 4, /^\d{1,2}$/),
  };
}

function decodeChineseHolder(fields: FieldReader): Omit<IdentityCard, 'kind'> {
  const idNumber = fields.matching(122, 36, /^[0-9A-Z]+$/);
  fields.require(isCitizenNumber(idNumber), 'card.invalid');
  const validTo = fields.endDate(204);
  return {
    name: fields.required(0, 30),
    sex: fields.sex(30),
    birthDate: fields.date(36),
    address: fields.text(52, 70),
    idNumber,
    issuingAuthority: fields.text(158, 30),
    validFrom: fields.date(188),
    ...(validTo === undefined ? {} : { validTo }),
  };
}
