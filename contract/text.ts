import { z } from 'zod';

/** C0, C1, and the marks that turn the direction of text: nothing that a name or sentence needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Text from outside that is only ever shown as text: bounded, without control and direction marks. */
export const plainText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !UNSEEN.test(text), 'expected no control characters');

const LONGEST_LABEL = 200;
const LONGEST_SENTENCE = 1200;

export const bilingualSchema = z.strictObject({ zh: plainText(LONGEST_LABEL), en: plainText(LONGEST_LABEL) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A sentence or a paragraph. */
export const sentenceSchema = z.strictObject({ zh: plainText(LONGEST_SENTENCE), en: plainText(LONGEST_SENTENCE) });
