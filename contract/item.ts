import { z } from 'zod';

/** How a value of a record is written out. `money` divides fen by 100; `month` is `YYYY-MM`. */
export const valueFormatSchema = z.enum(['text', 'money', 'date', 'month', 'integer', 'idNumber', 'name']);
export type ValueFormat = z.infer<typeof valueFormatSchema>;

const bilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

export const fieldTemplateSchema = z.object({
  key: z.string(),
  label: bilingualSchema,
  format: valueFormatSchema,
});
export type FieldTemplate = z.infer<typeof fieldTemplateSchema>;

export const columnTemplateSchema = fieldTemplateSchema.extend({
  /** Share of the table's width; the shares of a table are summed and scaled. */
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right']),
});
export type ColumnTemplate = z.infer<typeof columnTemplateSchema>;

/** A document as data: what stands where, in which words. The paper is always A4 in Chinese; the page uses either language. */
export const documentTemplateSchema = z.object({
  title: bilingualSchema,
  subject: z.array(fieldTemplateSchema),
  tables: z.array(z.object({ key: z.string(), title: bilingualSchema, columns: z.array(columnTemplateSchema).min(1) })),
  notes: z.array(bilingualSchema),
  /** The body whose seal the document has room for. */
  sealOwner: z.string().min(1),
});
export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;

/** An item that this machine can finish. The full model of GB/T 39554 comes with the catalogue. */
export const itemSchema = z.object({
  /** 基本编码, 12 digits. */
  code: z.string().regex(/^31\d{10}$/),
  name: bilingualSchema,
  department: z.string().min(1),
  /** What will be fetched, from whom. */
  fetches: bilingualSchema,
  /** Why it is fetched: the purpose the resident agrees to. */
  purpose: bilingualSchema,
  icon: z.enum(['medical', 'insurance', 'pension', 'housing', 'residence', 'police', 'visit', 'certificate']),
  /** Shown on the home page, in this order; absent: found by department only. */
  popularRank: z.number().int().positive().optional(),
  /** `layout`: the machine lays the record out. `delivered`: the department delivers a finished PDF. */
  document: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('layout'), template: documentTemplateSchema }),
    z.object({ kind: z.literal('delivered'), title: bilingualSchema, maxPages: z.number().int().positive() }),
  ]),
});
export type Item = z.infer<typeof itemSchema>;

export const departmentSchema = z.object({ id: z.string(), name: bilingualSchema });
export type Department = z.infer<typeof departmentSchema>;
