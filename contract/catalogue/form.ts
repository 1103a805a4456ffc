import { z } from 'zod';
import { bilingualSchema, sentenceSchema } from '../text.ts';
import { fieldKeySchema } from './template.ts';

const common = {
  key: fieldKeySchema,
  label: bilingualSchema,
  /** Where the person finds it, or an example. */
  hint: sentenceSchema.optional(),
  required: z.boolean().default(true),
  /** Said instead of the general sentence when the value does not fit. */
  message: sentenceSchema.optional(),
};

/**
 * What kind of text; each has its own check and its own keyboard. There are no regular expressions in a catalogue: a
 * pattern that takes exponential time cannot be written down.
 */
export const textKindSchema = z.enum([
  'plain',
  'personName',
  'companyName',
  'address',
  /** 统一社会信用代码, GB 32100-2015, with its check character. */
  'uscc',
  /** GA 36: 沪A12345, 沪AD12345. */
  'plateNumber',
  /** Letters, digits and dashes. */
  'certificateNumber',
]);
export type TextKind = z.infer<typeof textKindSchema>;

const DAYS_IN_TWO_CENTURIES = 73_050;
const day = z.number().int().min(-DAYS_IN_TWO_CENTURIES).max(DAYS_IN_TWO_CENTURIES);

export const formFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    format: textKindSchema.default('plain'),
    minLength: z.number().int().min(1).max(100).default(1),
    maxLength: z.number().int().min(1).max(100),
  }),
  z.strictObject({ ...common, type: z.literal('number'), min: z.number().int(), max: z.number().int() }),
  /** Earliest and latest in days from today: -3650 is ten years ago. */
  z.strictObject({ ...common, type: z.literal('date'), earliest: day.optional(), latest: day.optional() }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    choices: z
      .array(z.strictObject({ value: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), label: bilingualSchema }))
      .min(2)
      .max(12),
  }),
  /** 公民身份号码, GB 11643. */
  z.strictObject({ ...common, type: z.literal('idNumber') }),
  /** A mobile number, eleven digits. */
  z.strictObject({ ...common, type: z.literal('phone') }),
  /** GB/T 2260: a district of the city, or with `country` the provinces as well. */
  z.strictObject({ ...common, type: z.literal('region'), within: z.enum(['city', 'country']).default('city') }),
  /** Complete months, `YYYY-MM/YYYY-MM`. */
  z.strictObject({ ...common, type: z.literal('monthRange'), maxMonths: z.number().int().min(1).max(120) }),
]);
export type FormField = z.infer<typeof formFieldSchema>;
export type FormFieldType = FormField['type'];

export const formSchema = z.array(formFieldSchema).max(8);

/** What was filled in, by field key: always text; numbers as digits, dates `YYYY-MM-DD`, month ranges `YYYY-MM/YYYY-MM`. */
export const formInputsSchema = z.record(fieldKeySchema, z.string().max(120));
export type FormInputs = z.infer<typeof formInputsSchema>;

/** Why a value does not fit: a closed set, each with its sentence on the page. */
export const FIELD_FAULTS = [
  'missing',
  'tooShort',
  'tooLong',
  'badCharacters',
  'notANumber',
  'tooSmall',
  'tooLarge',
  'notADate',
  'tooEarly',
  'tooLate',
  'notAChoice',
  'badIdNumber',
  'badPhone',
  'badUscc',
  'badPlate',
  'badMonths',
  'tooManyMonths',
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];
