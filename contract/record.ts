import { z } from 'zod';

/** Money is in fen as an integer; dates `YYYY-MM-DD`; months `YYYY-MM`. What a value means is said by the item's template. */
export const recordValueSchema = z.union([z.string().max(400), z.number(), z.null()]);
export type RecordValue = z.infer<typeof recordValueSchema>;

export const recordRowSchema = z.record(z.string(), recordValueSchema);
export type RecordRow = z.infer<typeof recordRowSchema>;

/** What a department answered: facts about the subject and tables of rows, no layout. Keys are those of the item's template. */
export const serviceRecordSchema = z.object({
  subject: recordRowSchema,
  tables: z.record(z.string(), z.array(recordRowSchema).max(5000)),
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;
