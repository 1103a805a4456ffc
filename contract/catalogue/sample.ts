import { z } from 'zod';
import { plainText } from '../text.ts';

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
/** `payments.amount`: a column of a table of the same template. */
const columnPath = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}\.[a-z][A-Za-z0-9]{0,39}$/);
const bounds = z.tuple([z.number().int(), z.number().int()]);

/**
 * How a believable value is made where there is no department: for previews, for the sample form (示例样表) and for the
 * reference center. A pure value of person, item and moment; the same three give the same value.
 */
export const sampleSchema = z.union([
  z.strictObject({ fixed: z.union([plainText(200), z.number(), z.null()]) }),
  z.strictObject({ pick: z.array(plainText(120)).min(1).max(40) }),
  /** An integer, both ends included; money in fen. */
  z.strictObject({ range: bounds, step: z.number().int().positive().optional() }),
  /** `沪A#####`: each `#` becomes a digit. */
  z.strictObject({ serial: plainText(40) }),
  /** From the identity card. */
  z.strictObject({ card: z.enum(['name', 'idNumber', 'address', 'birthDate', 'sex']) }),
  /** What the person filled in; month ranges by `from` and `to`. */
  z.strictObject({ input: key, part: z.enum(['from', 'to']).optional() }),
  z.strictObject({ today: z.literal(true) }),
  /** So many days before today: `YYYY-MM-DD`. Negative days lie ahead. */
  z.strictObject({ dateAgo: bounds }),
  /** So many complete months before this one: `YYYY-MM`. */
  z.strictObject({ monthAgo: bounds }),
  // In columns only
  /** Consecutive complete months, the newest last, or those of a month range that was filled in. */
  z.strictObject({ months: z.literal(true), input: key.optional() }),
  /** Days that go on from row to row, so many apart, the newest last. */
  z.strictObject({ dates: bounds }),
  z.strictObject({ rowNumber: z.literal(true) }),
  /** `start` (a subject key) plus and minus the columns of this row and all rows before it. */
  z.strictObject({ running: z.strictObject({ start: key, plus: z.array(key).max(4), minus: z.array(key).max(4) }) }),
  /** Columns of the same row, or facts, added up; a leading `-` subtracts. */
  z.strictObject({
    total: z
      .array(z.string().regex(/^-?[a-z][A-Za-z0-9]{0,39}$/))
      .min(1)
      .max(8),
  }),
  // In facts only
  z.strictObject({ sum: columnPath }),
  z.strictObject({ count: key }),
  z.strictObject({ first: columnPath }),
  z.strictObject({ last: columnPath }),
]);
export type Sample = z.infer<typeof sampleSchema>;

/** How many rows a table of samples has. */
export const sampleRowsSchema = z.tuple([z.number().int().min(0), z.number().int().max(240)]);
