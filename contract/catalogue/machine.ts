import { z } from 'zod';
import { bilingualSchema, plainText, sentenceSchema } from '../text.ts';
import { formSchema } from './form.ts';
import { documentTemplateSchema, templateUseSchema } from './template.ts';

/** Devices that an item may need; words of `kiosk.json`. */
export const neededDeviceSchema = z.enum([
  'idCard',
  'document',
  'receipt',
  'scanner',
  'locker',
  'payment',
  'signature',
]);
export type NeededDevice = z.infer<typeof neededDeviceSchema>;

const who = z
  .array(z.enum(['holder', 'agent']))
  .min(1)
  .max(2);

/** `none`: public information, no card is asked for. `card`: the identity card lies on the reader. */
const identity = z.enum(['none', 'card']);

/** What is printed: laid out by the machine (own or shared template), or a finished PDF that the department delivers. */
export const itemDocumentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('layout'), template: documentTemplateSchema }),
  templateUseSchema,
  z.strictObject({ kind: z.literal('delivered'), title: bilingualSchema, maxPages: z.number().int().min(1).max(200) }),
]);
export type ItemDocument = z.infer<typeof itemDocumentSchema>;

const finished = {
  who,
  identity,
  devices: z.array(neededDeviceSchema).max(7),
  /** What will be fetched, from whom: the first sentence that the person agrees to. */
  fetches: sentenceSchema,
  /** Why it is fetched: the purpose that the person agrees to. */
  purpose: sentenceSchema,
  form: formSchema,
  /** What the center is asked: the record's name at the department, 数据资源. */
  binding: z.strictObject({
    resource: plainText(80),
    /** Of sample data: whose lives have such a record; absent: everybody's. */
    sampleHolders: z.array(z.enum(['retired', 'employee', 'newcomer', 'visitor'])).optional(),
  }),
  document: itemDocumentSchema,
  /** How often one person may have it printed at one machine in one day; absent: as often as they like. */
  limits: z.strictObject({ perPersonAndDay: z.number().int().min(1).max(50) }).optional(),
};

const elsewhere = { who, devices: z.array(neededDeviceSchema).max(7) };

/**
 * What a machine does with an item. `query` is looked at and may be printed, `print` is wanted on paper: both end here.
 * The others end at a counter, on a phone or in a later part of the machine, and open their guide.
 */
export const machinePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('query'), ...finished }),
  z.strictObject({ kind: z.literal('print'), ...finished }),
  z.strictObject({ kind: z.literal('apply'), ...elsewhere }),
  z.strictObject({ kind: z.literal('pay'), ...elsewhere }),
  z.strictObject({ kind: z.literal('pickup'), ...elsewhere }),
  z.strictObject({ kind: z.literal('guide'), ...elsewhere }),
]);
export type MachinePart = z.infer<typeof machinePartSchema>;
export type MachineKind = MachinePart['kind'];
