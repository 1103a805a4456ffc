/** Characters of GB 32100-2015 in the order of their values: no I, O, S, V, Z. */
const USCC_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The 18th character of a 统一社会信用代码 for its first 17 (GB 32100-2015, modulus 31); undefined for other text. */
export function usccCheckCharacter(first17: string): string | undefined {
  const values = [...first17].map((character) => USCC_CHARACTERS.indexOf(character));
  if (values.length !== USCC_WEIGHTS.length || values.includes(-1)) return undefined;
  const sum = USCC_WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return USCC_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** 统一社会信用代码: 18 characters, and the last one is right. */
export const isUscc = (text: string): boolean =>
  text.length === 18 && usccCheckCharacter(text.slice(0, 17)) === text.charAt(17);

/** 基本编码 (GB/T 39554.1): twelve digits; those of Shanghai begin with 31. */
export const isBasicCode = (text: string): boolean => /^\d{12}$/.test(text);

/** 行使层级: 1 国 2 省 3 市 4 县 5 镇街 6 村居. */
export type ExercisingLevel = '1' | '2' | '3' | '4' | '5' | '6';

/** 实施编码, 31 characters: who carries the item out, at which level, and its 基本编码. */
export const implementationCode = (uscc: string, level: ExercisingLevel, basicCode: string): string =>
  `${uscc}${level}${basicCode}`;

/** 业务办理项编码, 33 characters: the 实施编码 and two digits of the case within it. */
export const handlingCode = (implementation: string, situation: number): string =>
  `${implementation}${String(situation).padStart(2, '0')}`;

/** The part of an item's codes that is wrong; undefined: all three agree, and the check character is right. */
export function wrongCode(codes: {
  readonly code: string;
  readonly level: string;
  readonly implementationCode: string;
  readonly handlingCode: string;
}): 'implementationCode' | 'handlingCode' | undefined {
  const { code, level, implementationCode: implementation, handlingCode: handling } = codes;
  if (!isUscc(implementation.slice(0, 18)) || implementation.slice(18) !== `${level}${code}`)
    return 'implementationCode';
  return handling.slice(0, 31) === implementation && /^\d{2}$/.test(handling.slice(31)) ? undefined : 'handlingCode';
}
