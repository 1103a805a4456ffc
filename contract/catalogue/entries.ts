import { z } from 'zod';
import { bilingualSchema, plainText, sentenceSchema } from '../text.ts';
import { sharedGuideSchema } from './guide.ts';
import { itemCodeSchema, itemSchema, placeNameSchema } from './item.ts';
import { neededDeviceSchema } from './machine.ts';
import { sharedTemplateSchema } from './template.ts';

/** A department, a region of 跨省通办, or the bundles: a place on the browse page. */
export const departmentSchema = z.strictObject({
  id: placeNameSchema,
  name: bilingualSchema,
  /** Order on the browse page. */
  rank: z.number().int().min(0).max(999),
  /** Stands on the home page. */
  onHome: z.boolean(),
  sections: z.array(z.strictObject({ id: placeNameSchema, name: bilingualSchema })).max(12),
});
export type Department = z.infer<typeof departmentSchema>;

/** A life event: 自然人/法人主题. */
export const themeSchema = z.strictObject({
  id: placeNameSchema,
  name: bilingualSchema,
  audience: z.enum(['person', 'company']),
  rank: z.number().int().min(0).max(999),
  /** One hanzi that stands on its tile. */
  sign: plainText(2),
});
export type Theme = z.infer<typeof themeSchema>;

/** Where a person can go: a hall with counters, or another machine. */
export const placeSchema = z.strictObject({
  id: placeNameSchema,
  kind: z.enum(['hall', 'machine']),
  name: bilingualSchema,
  address: bilingualSchema,
  hours: bilingualSchema,
  phone: plainText(40),
  /** WGS 84, degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** Of a machine: its number, and the devices it has. */
  kioskId: z
    .string()
    .regex(/^\d{6}-\d{4}$/)
    .optional(),
  devices: z.array(neededDeviceSchema).max(7),
  /** Of a hall: the departments with a counter there; empty: all. */
  departments: z.array(placeNameSchema).max(60),
});
export type Place = z.infer<typeof placeSchema>;

/** What people call things: “看病花了多少钱” → items. For words that belong to several items or to none by name. */
export const phraseSchema = z.strictObject({
  id: placeNameSchema,
  says: z.array(plainText(40)).min(1).max(40),
  items: z.array(itemCodeSchema).min(1).max(12),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** What is different at one site, one kind of site, or everywhere (`default`). */
export const profileSchema = z.strictObject({
  /** A kiosk's id, a division of six digits, or `default`: the nearest one is taken whole. */
  id: z.string().regex(/^(default|\d{6}|\d{6}-\d{4})$/),
  /** Items on the home page, in this order. */
  popular: z.array(itemCodeSchema).max(40),
  /** Items that are not given at this site, 不在本机办理. */
  notHere: z.array(itemCodeSchema).max(20_000),
  suspended: z.array(z.strictObject({ code: itemCodeSchema, reason: sentenceSchema })).max(2000),
  /** Demand as measured at this site; replaces that of the item. */
  demand: z.record(itemCodeSchema, z.number().int().min(0).max(100)),
});
export type Profile = z.infer<typeof profileSchema>;

/** Everything a catalogue is made of, each entry under its own key. */
export const ENTRY_SCHEMAS = {
  department: departmentSchema,
  theme: themeSchema,
  place: placeSchema,
  phrase: phraseSchema,
  profile: profileSchema,
  template: sharedTemplateSchema,
  guide: sharedGuideSchema,
  item: itemSchema,
} as const;
export type EntryKind = keyof typeof ENTRY_SCHEMAS;
export const entryKindSchema = z.enum(Object.keys(ENTRY_SCHEMAS) as [EntryKind, ...EntryKind[]]);
