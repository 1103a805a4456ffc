import { z } from 'zod';
import { itemCodeSchema, itemIconSchema } from './catalogue/item.ts';

/** Texts of the core itself: not bounded again. */
export const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** Why an item that machines of this kind finish cannot be finished at this one, now. */
export const unavailableSchema = z.enum([
  'needsPrinter',
  'needsNetwork',
  'needsDevice',
  'notHere',
  'suspended',
  /** Its paper is on its way from an earlier visit of this person. */
  'stillPrinting',
]);
export type Unavailable = z.infer<typeof unavailableSchema>;

/** An item as the page needs it: no template, no binding. */
export const itemTileSchema = z.object({
  code: itemCodeSchema,
  name: wordsSchema,
  icon: itemIconSchema,
  department: z.string(),
  /** False: it ends in its guide, not at a machine. */
  finishes: z.boolean(),
  /** Absent: it can be finished here and now, or ends in its guide anyway. */
  unavailable: unavailableSchema.optional(),
});
export type ItemTile = z.infer<typeof itemTileSchema>;

/** A department or section on a browse page; `items`: how many are found there. */
export const shelfSchema = z.object({ id: z.string(), name: wordsSchema, items: z.number().int().nonnegative() });
export type Shelf = z.infer<typeof shelfSchema>;

/** A found item, and where in which of its names the typed text was found (UTF-16 offsets, end excluded). */
export const searchHitSchema = z.object({
  item: itemTileSchema,
  matched: z.object({
    in: z.enum(['name', 'alias']),
    text: z.string(),
    ranges: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])),
  }),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** What was typed so far: letters that wait to become hanzi stand apart. */
export const typedSchema = z.object({
  text: z.string(),
  /** Pinyin letters under way; empty: none. */
  composing: z.string(),
  /** Hanzi for them, the likeliest first. */
  candidates: z.array(z.string()),
});
export type Typed = z.infer<typeof typedSchema>;
