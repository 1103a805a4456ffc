import { z } from 'zod';
import { bilingualSchema, plainText, sentenceSchema } from '../text.ts';
import { sampleRowsSchema, sampleSchema } from './sample.ts';

/** How a value of a record is written out. `money` divides fen by 100; `month` is `YYYY-MM`. */
export const valueFormatSchema = z.enum(['text', 'money', 'date', 'month', 'integer', 'idNumber', 'name']);
export type ValueFormat = z.infer<typeof valueFormatSchema>;

export const fieldKeySchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'expected letters and digits, a small letter first')
  // Values are looked up by key in plain objects, and every object has a `constructor`.
  .refine((key) => !(key in Object.prototype), 'expected no word that every object of the program has');

export const fieldTemplateSchema = z.strictObject({
  key: fieldKeySchema,
  label: bilingualSchema,
  format: valueFormatSchema,
  sample: sampleSchema.optional(),
});
export type FieldTemplate = z.infer<typeof fieldTemplateSchema>;

export const columnTemplateSchema = fieldTemplateSchema.extend({
  /** Share of the table's width; the shares of a table are summed and scaled. */
  width: z.number().positive().max(1000),
  align: z.enum(['left', 'center', 'right']),
});
export type ColumnTemplate = z.infer<typeof columnTemplateSchema>;

export const tableTemplateSchema = z.strictObject({
  key: fieldKeySchema,
  title: bilingualSchema,
  columns: z.array(columnTemplateSchema).min(1).max(10),
  sampleRows: sampleRowsSchema.optional(),
});
export type TableTemplate = z.infer<typeof tableTemplateSchema>;

/**
 * A document as data: what stands where, in which words. The paper is always A4 in Chinese; the page uses either
 * language. From top to bottom: title, facts about the subject, paragraphs, tables, paragraphs, notes, signatures, seal.
 */
export const documentTemplateSchema = z.strictObject({
  title: bilingualSchema,
  subject: z.array(fieldTemplateSchema).max(30),
  /** Paragraphs before the tables; `{key}` stands for a fact, written out by its format. */
  opening: z.array(sentenceSchema).max(12).optional(),
  tables: z.array(tableTemplateSchema).max(6),
  /** Paragraphs after the tables. */
  closing: z.array(sentenceSchema).max(12).optional(),
  notes: z.array(sentenceSchema).max(12),
  /** Who signs, with room for the name and the date: 申请人（签名）. */
  signatures: z.array(bilingualSchema).max(4).optional(),
  /** The body whose seal the document has room for. */
  sealOwner: plainText(60),
});
export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;

export const templateIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** A template that many items share. It names no other template, so there is nothing to go round in. */
export const sharedTemplateSchema = documentTemplateSchema.extend({ id: templateIdSchema });
export type SharedTemplate = z.infer<typeof sharedTemplateSchema>;

/** What an item says about the shared template that it prints with. */
export const templateUseSchema = z.strictObject({
  kind: z.literal('shared'),
  template: templateIdSchema,
  title: bilingualSchema,
  sealOwner: plainText(60),
  /** Other words for a label: by `key` or `table.column`. */
  labels: z.record(z.string().max(90), bilingualSchema).optional(),
  /** Other samples: by `key` or `table.column`. */
  sample: z.record(z.string().max(90), sampleSchema).optional(),
  sampleRows: z.record(fieldKeySchema, sampleRowsSchema).optional(),
  /** Stand before the template's own notes. */
  notes: z.array(sentenceSchema).max(6).optional(),
});
export type TemplateUse = z.infer<typeof templateUseSchema>;
