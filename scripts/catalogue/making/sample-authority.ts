import { usccCheckCharacter } from '../../../contract/catalogue/item-code.ts';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** 组织机构代码 check character, GB 11714, of eight characters. */
function organisationCheck(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => {
    return total + weight * Number.parseInt(eight.charAt(index), 36);
  }, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** The 统一社会信用代码 of an authority that does not exist: government body (11), its division, and its number. */
export function sampleUscc(division: string, number: string): string {
  const organisation = `MB1${number}0`;
  const first = `11${division}${organisation}${organisationCheck(organisation)}`;
  return `${first}${usccCheckCharacter(first) ?? ''}`;
}
