import { z } from 'zod';
import { departmentSchema, placeSchema, themeSchema } from './catalogue/entries.ts';
import { FIELD_FAULTS, formFieldSchema } from './catalogue/form.ts';
import { guideSchema, handledBySchema } from './catalogue/guide.ts';
import { itemCodeSchema, itemIconSchema } from './catalogue/item.ts';
import { documentTemplateSchema } from './catalogue/template.ts';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { ratingLevelSchema } from './gateway.ts';
import { recordRowSchema } from './record.ts';
import { technicianScreenSchema } from './technician.ts';

const errorCodeSchema = z.enum(ERROR_CODES as unknown as [ErrorCode, ...ErrorCode[]]);
const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

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
  name: bilingualSchema,
  icon: itemIconSchema,
  department: z.string(),
  /** False: it ends in its guide, not at a machine. */
  finishes: z.boolean(),
  /** Absent: it can be finished here and now, or ends in its guide anyway. */
  unavailable: unavailableSchema.optional(),
});
export type ItemTile = z.infer<typeof itemTileSchema>;

/** A department or section on a browse page; `items`: how many are found there. */
const shelfSchema = z.object({ id: z.string(), name: bilingualSchema, items: z.number().int().nonnegative() });
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

const trouble = { code: errorCodeSchema };

/**
 * What the person sees: a closed union. It is a projection of the core's state machines, so those can change freely.
 * Values that are personal are masked here unless the person touched "show"; the page never has what it does not show.
 */
export const screenSchema = z.discriminatedUnion('name', [
  /** Nobody is here. */
  z.object({ name: z.literal('attract') }),
  /** This machine cannot serve at the moment. */
  z.object({ name: z.literal('outOfService'), ...trouble }),
  /** A card lies on the reader and is being read. */
  z.object({ name: z.literal('reading') }),
  /** The card could not be used; ends by itself when the card is taken off. */
  z.object({ name: z.literal('cardTrouble'), ...trouble }),
  z.object({
    name: z.literal('home'),
    popular: z.array(itemTileSchema),
    /** Those that stand on the home page. */
    departments: z.array(shelfSchema),
    /** What became, or is becoming, of a print that a restart interrupted; shown to the same person only. */
    earlier: z
      .object({ itemName: bilingualSchema, outcome: z.enum(['printing', 'printed', 'notPrinted', 'unknown']) })
      .optional(),
  }),
  z.object({ name: z.literal('departments'), departments: z.array(shelfSchema) }),
  z.object({
    name: z.literal('department'),
    department: departmentSchema.pick({ id: true, name: true }),
    /** Empty: the department has so few items that it needs none. */
    sections: z.array(shelfSchema),
    section: z.string().optional(),
    items: z.array(itemTileSchema),
  }),
  z.object({ name: z.literal('themes'), themes: z.array(themeSchema) }),
  z.object({ name: z.literal('theme'), theme: themeSchema, items: z.array(itemTileSchema) }),
  z.object({ name: z.literal('search'), text: z.string(), hits: z.array(searchHitSchema), total: z.number().int() }),
  /** All about one item: what you get, what you need, cost, time, who may, whether it can be finished here and now. */
  z.object({
    name: z.literal('item'),
    item: itemTileSchema,
    /** Of an item that is closed everywhere. */
    suspended: bilingualSchema.optional(),
    handledBy: handledBySchema,
    who: z.array(z.enum(['holder', 'agent'])),
    guide: guideSchema,
    /** Of a “一件事”: those that are items themselves can be gone to. */
    parts: z.array(z.object({ name: bilingualSchema, code: itemCodeSchema.optional() })),
    /** May be begun here and now. */
    canStart: z.boolean(),
    canPrintGuide: z.boolean(),
    /** The nearest places where it goes on, the nearest first. */
    nearest: z.array(
      placeSchema
        .pick({ id: true, kind: true, name: true, address: true, hours: true, phone: true })
        .extend({ metres: z.number().int().optional() }),
    ),
    /** To go on with on a phone: the modules of a QR code, row by row, `1` dark. */
    qr: z.object({ url: z.string(), rows: z.array(z.string()) }).optional(),
  }),
  /** The item needs the identity card, and none lies on the reader. */
  z.object({ name: z.literal('identify'), item: itemTileSchema }),
  /** One field of the item's form. */
  z.object({
    name: z.literal('fill'),
    item: itemTileSchema,
    field: formFieldSchema,
    /** From 1. */
    step: z.number().int().positive(),
    steps: z.number().int().positive(),
    typed: typedSchema,
    /** The chosen value of a choice or region. */
    value: z.string(),
    fault: z.enum(FIELD_FAULTS).optional(),
    regions: z.array(z.object({ code: z.string(), name: bilingualSchema })).optional(),
  }),
  z.object({
    name: z.literal('confirm'),
    item: itemTileSchema,
    fetches: bilingualSchema,
    purpose: bilingualSchema,
    /** Absent: public information, about nobody. */
    holder: z.object({ name: z.string(), idNumber: z.string(), revealed: z.boolean() }).optional(),
    /** What was filled in, in words. */
    inputs: z.array(z.object({ label: bilingualSchema, value: bilingualSchema })),
  }),
  /** Bounded: `usualMs` and `limitMs` are told to the person. */
  z.object({ name: z.literal('waiting'), item: itemTileSchema, usualMs: z.number(), limitMs: z.number() }),
  z.object({ name: z.literal('noRecord'), item: itemTileSchema }),
  z.object({
    name: z.literal('record'),
    item: itemTileSchema,
    revealed: z.boolean(),
    documentNumber: z.string(),
    /** Pages of paper; absent while the document is being laid out. */
    pages: z.number().int().positive().optional(),
    content: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('layout'),
        template: documentTemplateSchema,
        subject: recordRowSchema,
        tables: z.record(z.string(), z.array(recordRowSchema)),
      }),
      /** A finished PDF: the page says what it is; the paper shows the rest. */
      z.object({ kind: z.literal('delivered'), title: bilingualSchema, subject: recordRowSchema }),
    ]),
    /** False: the printer is not available, the record can only be looked at. */
    canPrint: z.boolean(),
  }),
  z.object({
    name: z.literal('printing'),
    item: itemTileSchema,
    pages: z.number().int().positive(),
    /** Impressions that the printer has reported so far. */
    impressions: z.number().int().nonnegative(),
    usualMs: z.number(),
  }),
  /** The print is held up; ends by itself when mended. */
  z.object({
    name: z.literal('printTrouble'),
    ...trouble,
    pages: z.number().int().positive(),
    impressions: z.number().int().nonnegative(),
  }),
  /** The print has ended without success; `retry` says whether "try again" is offered. */
  z.object({ name: z.literal('printFailed'), ...trouble, retry: z.boolean() }),
  z.object({
    name: z.literal('printed'),
    pages: z.number().int().positive(),
    receipt: z.enum(['printing', 'done', 'failed', 'none']),
    receiptCode: errorCodeSchema.optional(),
  }),
  z.object({ name: z.literal('rating') }),
  /** Anything else that went wrong with the chosen item. */
  z.object({ name: z.literal('trouble'), ...trouble, retry: z.boolean() }),
  /** The card was taken away in the middle; put it back to go on. */
  z.object({ name: z.literal('cardAway'), secondsLeft: z.number().int().nonnegative() }),
  z.object({
    name: z.literal('takeAway'),
    card: z.boolean(),
    paper: z.boolean(),
    receipt: z.boolean(),
    /** May go on with another item instead of leaving. */
    canContinue: z.boolean(),
  }),
  z.object({ name: z.literal('goodbye') }),
  technicianScreenSchema,
]);
export type Screen = z.infer<typeof screenSchema>;
export type ScreenName = Screen['name'];

export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** One touch from every page; reset after every visit. */
export const modesSchema = z.object({ elder: z.boolean(), contrast: z.boolean(), reach: z.boolean() });
export type Modes = z.infer<typeof modesSchema>;

/** Everything the page shows. The page keeps no state of its own that matters. */
export const snapshotSchema = z.object({
  /** Rises with every snapshot of one core. */
  sequence: z.number().int().nonnegative(),
  screen: screenSchema,
  language: languageSchema,
  modes: modesSchema,
  orientation: z.enum(['portrait', 'landscape']),
  kiosk: z.object({ id: z.string(), site: z.string(), phone: z.string() }),
  /** Who is here, masked: 王**. */
  visitor: z.object({ maskedName: z.string(), sex: z.enum(['male', 'female', 'unknown', 'notStated']) }).nullable(),
  /** The center cannot be reached. A state, not an error. */
  offline: z.boolean(),
  /** Set while the warning is shown. */
  idle: z.object({ secondsLeft: z.number().int().nonnegative() }).nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What the person did. The core decides what it means; an event that does not fit the moment has no effect. */
export const residentEventSchema = z.discriminatedUnion('type', [
  /** Nobody's card is needed to look around. */
  z.object({ type: z.literal('lookAround') }),
  z.object({ type: z.literal('openDepartments') }),
  z.object({ type: z.literal('openThemes') }),
  z.object({ type: z.literal('openSearch') }),
  z.object({ type: z.literal('openTechnician') }),
  z.object({ type: z.literal('chooseDepartment'), department: z.string().max(40) }),
  z.object({ type: z.literal('chooseSection'), section: z.string().max(40) }),
  z.object({ type: z.literal('chooseTheme'), theme: z.string().max(40) }),
  z.object({ type: z.literal('chooseItem'), code: z.string().max(40) }),
  /** From the confirm page to all about the item. */
  z.object({ type: z.literal('about') }),
  /** From the item page: begin it. */
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('printGuide') }),
  /** One key of the keyboard on the screen: a character, or `delete`, `clear`. */
  z.object({ type: z.literal('key'), key: z.union([z.string().regex(/^.$/u), z.enum(['delete', 'clear'])]) }),
  /** One of the hanzi that are offered for the letters. */
  z.object({ type: z.literal('candidate'), index: z.number().int().min(0).max(99) }),
  /** One of the choices or regions; for dates and months the whole value. */
  z.object({ type: z.literal('pick'), value: z.string().max(40) }),
  /** The field is done. */
  z.object({ type: z.literal('next') }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('back') }),
  z.object({ type: z.literal('home') }),
  z.object({ type: z.literal('print') }),
  z.object({ type: z.literal('retry') }),
  z.object({ type: z.literal('giveUp') }),
  z.object({ type: z.literal('rate'), level: ratingLevelSchema }),
  z.object({ type: z.literal('skip') }),
  z.object({ type: z.literal('leave') }),
  z.object({ type: z.literal('continueVisit') }),
  z.object({ type: z.literal('reveal'), on: z.boolean() }),
  z.object({ type: z.literal('setMode'), mode: z.enum(['elder', 'contrast', 'reach']), on: z.boolean() }),
  z.object({ type: z.literal('setLanguage'), language: languageSchema }),
  /** Any touch: holds the idle clock. Sent at most once a second. */
  z.object({ type: z.literal('stillHere') }),
]);
export type ResidentEvent = z.infer<typeof residentEventSchema>;
