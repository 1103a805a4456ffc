/** For tests: bytes as they stand in manuals, `8A 01 01 11 9B`. */
export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

export { hexText as shown } from './wire-words.ts';
