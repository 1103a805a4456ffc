import { z } from 'zod';
import { departmentSchema } from '../../../contract/catalogue/entries.ts';
import { formSchema } from '../../../contract/catalogue/form.ts';
import { guideSchema } from '../../../contract/catalogue/guide.ts';
import { placeNameSchema } from '../../../contract/catalogue/item.ts';
import { sampleRowsSchema, sampleSchema } from '../../../contract/catalogue/sample.ts';
import { templateIdSchema } from '../../../contract/catalogue/template.ts';
import { bilingualSchema, sentenceSchema } from '../../../contract/text.ts';

/** `source/catalogue.json`. */
export const aboutSchema = z.strictObject({
  catalogue: z.string(),
  version: z.number().int(),
  publishedAt: z.string(),
  sample: z.boolean(),
  /** Of the authorities, GB/T 2260. */
  division: z.string().regex(/^\d{6}$/),
});

/** `source/departments.json`: the order of the browse page; and the division where it is not the usual one. */
export const departmentOrderSchema = z.array(
  z.strictObject({
    id: placeNameSchema,
    rank: z.number().int(),
    onHome: z.boolean(),
    division: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
);

/** `source/<department>/department.json`. */
export const departmentFileSchema = z.strictObject({
  id: placeNameSchema,
  /** Four digits; stands in the codes of its items. */
  number: z.string().regex(/^\d{4}$/),
  name: bilingualSchema,
  authority: bilingualSchema,
  phone: z.string(),
  hours: bilingualSchema,
  sections: departmentSchema.shape.sections.default([]),
});
export type DepartmentFile = z.infer<typeof departmentFileSchema>;

export const guidesFileSchema = z.record(z.string(), guideSchema);
export type GuidesFile = z.infer<typeof guidesFileSchema>;

export const partsFileSchema = z.record(z.string().regex(/^\d{6}$/), z.array(bilingualSchema));

/** One object of `self-service.json`. */
export const selfServiceSchema = z.strictObject({
  serial: z.string().regex(/^\d{6}$/),
  kind: z.enum(['query', 'print']),
  audience: z.enum(['person', 'company', 'both']),
  section: placeNameSchema.optional(),
  zh: z.string(),
  en: z.string(),
  aliases: z.array(z.string()),
  themes: z.array(z.string()),
  type: z.string(),
  level: z.string(),
  origin: z.string(),
  merged: z.array(z.string()),
  guide: z.string(),
  template: templateIdSchema,
  title: bilingualSchema,
  fetches: sentenceSchema,
  purpose: sentenceSchema.optional(),
  identity: z.enum(['none', 'card']),
  who: z.array(z.enum(['holder', 'agent'])),
  form: formSchema,
  holders: z.array(z.enum(['retired', 'employee', 'newcomer', 'visitor'])),
  sample: z.record(z.string(), sampleSchema).default({}),
  rows: z.record(z.string(), sampleRowsSchema).optional(),
  labels: z.record(z.string(), bilingualSchema).optional(),
  notes: z.array(sentenceSchema).optional(),
  demand: z.number().int().min(0).max(100).optional(),
  /** `limits.perPersonAndDay` of the item. */
  perDay: z.number().int().min(1).max(50).optional(),
  state: z.strictObject({ suspended: sentenceSchema }).optional(),
});
export type SelfServiceSource = z.infer<typeof selfServiceSchema>;

/** Columns of `items.tsv`. `origin` and `merged` say where a row comes from; they stay in the sources. */
export const ITEM_COLUMNS = [
  'serial',
  'kind',
  'audience',
  'section',
  'zh',
  'en',
  'aliases',
  'themes',
  'guide',
  'type',
  'level',
  'origin',
  'merged',
] as const;
