import { unreachable } from '../result.ts';
import type { FieldFault, FormField, TextKind } from './form.ts';
import { isUscc } from './item-code.ts';

type TextField = Extract<FormField, { type: 'text' }>;

// Every pattern below is one run of one class, or of a fixed length: none can go back over what it has read.

/** Control and format marks (also those that turn the direction of text), line separators, halves of a character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Hanzi with the rare ones beyond the BMP, Latin letters, and what stands between the parts of a name. */
const PERSON_NAME = /^[\p{Script=Han}\p{Script=Latin}\p{Mn}·. ,'’-]+$/u;
const STARTS_WITH_LETTER = /^[\p{Script=Han}\p{Script=Latin}]/u;

const CERTIFICATE_NUMBER = /^[A-Za-z0-9/()（）-]+$/;

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** GA 36: five characters, six with new energy, without I and O; the last of five may say what the vehicle is for. */
const PLATE_NUMBER = new RegExp(
  `^[${PROVINCES}][A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])$`,
  'u',
);

function wrongForm(format: TextKind, value: string): FieldFault | undefined {
  switch (format) {
    case 'plain':
    case 'companyName':
    case 'address':
      return undefined;
    case 'personName':
      return PERSON_NAME.test(value) && STARTS_WITH_LETTER.test(value) ? undefined : 'badCharacters';
    case 'uscc':
      return isUscc(value) ? undefined : 'badUscc';
    case 'plateNumber':
      return PLATE_NUMBER.test(value) ? undefined : 'badPlate';
    case 'certificateNumber':
      return CERTIFICATE_NUMBER.test(value) ? undefined : 'badCharacters';
    default:
      return unreachable(format);
  }
}

/** One line of text that is not empty. Lengths count characters (code points), so 𬭚 is one. */
export function checkText(field: TextField, value: string): FieldFault | undefined {
  if (UNSEEN.test(value) || value !== value.trim()) return 'badCharacters';
  const wrong = wrongForm(field.format, value);
  if (wrong) return wrong;
  const length = [...value].length;
  if (length < field.minLength) return 'tooShort';
  return length > field.maxLength ? 'tooLong' : undefined;
}
