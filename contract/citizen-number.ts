const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** The 18th character for the first 17 digits: GB 11643-1999, ISO 7064 MOD 11-2. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** 18 characters, and the last one is right. */
export function isCitizenNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkCharacter(text) === text.charAt(17);
}
