/**
 * Alphabetical, not QWERTY: everybody who went to school can find a letter by the alphabet, also those who never typed; and
 * whoever types quickly needs four letters here, not a page of text.
 */
export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const;
export const DIGITS = [...'1234567890'] as const;
/** The first character of a number plate, GA 36: here first, then the neighbours, then by nearness. */
export const PROVINCES = [...'沪苏浙皖京津冀晋蒙辽吉黑闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'] as const;
