import { z } from 'zod';
import { plainText } from '../text.ts';
import { fieldKeySchema } from './template.ts';

const LONGEST_TEXT = 120;
const align = z.enum(['left', 'center', 'right']);

/** Text in both languages of the ticket; `{key}` stands for a fact. */
const wordsSchema = z.strictObject({ zh: plainText(LONGEST_TEXT), en: plainText(LONGEST_TEXT) });

/** A line of a ticket. One whose fact is not known is left out: nobody should read an empty label. */
const ticketLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: wordsSchema,
    align: align.optional(),
    /** 2: twice as wide and high. */
    size: z.union([z.literal(1), z.literal(2)]).optional(),
    bold: z.boolean().optional(),
  }),
  /** A label on the left, a value on the right. */
  z.strictObject({ kind: z.literal('pair'), label: wordsSchema, value: wordsSchema }),
  z.strictObject({ kind: z.literal('rule') }),
  /** A code, and below it what it is for; `data` is usually one placeholder. */
  z.strictObject({ kind: z.literal('qr'), data: plainText(LONGEST_TEXT), caption: wordsSchema.optional() }),
  z.strictObject({ kind: z.literal('feed'), lines: z.number().int().min(1).max(8) }),
]);
export type TicketLine = z.infer<typeof ticketLineSchema>;

/** A slip for the receipt printer as data, such as 排队号票. Kept in a file, so that its words change without code. */
export const ticketSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  lines: z.array(ticketLineSchema).min(1).max(40),
  /** What the placeholders stand for, for a preview; every placeholder has one. */
  sample: z.record(fieldKeySchema, plainText(300)),
});
export type Ticket = z.infer<typeof ticketSchema>;
