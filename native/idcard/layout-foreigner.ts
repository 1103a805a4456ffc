import { isCitizenNumber } from '../../contract/citizen-number.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import type { FieldReader } from './text-fields.ts';

/** 外国人永久居留身份证 of 2017, type flag `I`. The number is three letters and twelve digits; its check is not public. */
export function decodeForeigner2017(fields: FieldReader): IdentityCard {
  const idNumber = fields.matching(122, 30, /^[0-9A-Z]+$/);
  fields.require(/^[A-Z]{3}\d{12}$/.test(idNumber), 'card.invalid');
  const englishName = fields.text(0, 120);
  return {
    kind: 'foreigner2017',
    ...decodeForeignNames(fields, fields.text(158, 30), englishName),
    sex: fields.sex(120),
    birthDate: fields.date(220),
    idNumber,
    nationality: fields.matching(152, 6, /^[A-Z]{3}$/),
    issuingAuthority: fields.text(240, 8),
    validFrom: fields.date(188),
    validTo: fields.date(204),
  };
}

/**
 * 外国人永久居留身份证 of 2023, type flag `Y`. The English name begins at 52 and goes on at 220. The number has 18 digits,
 * begins with 9 and ends with the check of GB 11643.
 */
export function decodeForeigner2023(fields: FieldReader): IdentityCard {
  const idNumber = fields.matching(122, 36, /^[0-9A-Z]+$/);
  fields.require(idNumber.startsWith('9') && isCitizenNumber(idNumber), 'card.invalid');
  const englishName = (fields.padded(52, 70) + fields.text(220, 22)).trimEnd();
  return {
    kind: 'foreigner2023',
    ...decodeForeignNames(fields, fields.text(0, 30), englishName),
    sex: fields.sex(30),
    birthDate: fields.date(36),
    idNumber,
    nationality: fields.matching(242, 6, /^[A-Z]{3}$/),
    issueCount: fields.matching(32, 4, /^\d{1,2}$/),
    validFrom: fields.date(188),
    validTo: fields.date(204),
  };
}

function decodeForeignNames(fields: FieldReader, chinese: string, english: string) {
  const name = chinese === '' ? english : chinese;
  fields.require(name !== '', 'card.invalid');
  return { name, ...(english === '' ? {} : { englishName: english }) };
}
