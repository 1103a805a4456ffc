import { z } from 'zod';
import { departmentSchema, placeSchema, themeSchema } from './catalogue/entries.ts';
import { FIELD_FAULTS, formFieldSchema } from './catalogue/form.ts';
import { guideSchema, handledBySchema } from './catalogue/guide.ts';
import { itemCodeSchema } from './catalogue/item.ts';
import { documentTemplateSchema } from './catalogue/template.ts';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { lockerScreens } from './locker-screens.ts';
import { recordRowSchema } from './record.ts';
import { technicianScreenSchema } from './technician.ts';
import { itemTileSchema, searchHitSchema, shelfSchema, typedSchema, wordsSchema } from './tiles.ts';

const errorCodeSchema = z.enum(ERROR_CODES as unknown as [ErrorCode, ...ErrorCode[]]);

const trouble = { code: errorCodeSchema };

/** Whether the locker can be used now. */
const lockerStateSchema = z.enum(['ready', 'closed']);

/**
 * What the person sees: a closed union. It is a projection of the core's state machines, so those can change freely.
 * Values that are personal are masked here unless the person touched "show"; the page never has what it does not show.
 */
export const screenSchema = z.discriminatedUnion('name', [
  /** Nobody is here. */
  z.object({ name: z.literal('attract'), locker: lockerStateSchema.optional() }),
  /** This machine cannot serve at the moment. */
  z.object({ name: z.literal('outOfService'), ...trouble, locker: lockerStateSchema.optional() }),
  /** A card lies on the reader and is being read. */
  z.object({ name: z.literal('reading') }),
  /** The card could not be used; ends by itself when the card is taken off. */
  z.object({ name: z.literal('cardTrouble'), ...trouble }),
  z.object({
    name: z.literal('home'),
    popular: z.array(itemTileSchema),
    /** Those that stand on the home page. */
    departments: z.array(shelfSchema),
    /** Absent: this machine has no locker. */
    locker: z.object({ state: lockerStateSchema, waiting: z.number().int().nonnegative() }).optional(),
    /** What became, or is becoming, of a print that a restart interrupted; shown to the same person only. */
    earlier: z
      .object({ itemName: wordsSchema, outcome: z.enum(['printing', 'printed', 'notPrinted', 'unknown']) })
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
    suspended: wordsSchema.optional(),
    handledBy: handledBySchema,
    who: z.array(z.enum(['holder', 'agent'])),
    guide: guideSchema,
    /** Of a “一件事”: those that are items themselves can be gone to. */
    parts: z.array(z.object({ name: wordsSchema, code: itemCodeSchema.optional() })),
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
    regions: z.array(z.object({ code: z.string(), name: wordsSchema })).optional(),
  }),
  z.object({
    name: z.literal('confirm'),
    item: itemTileSchema,
    fetches: wordsSchema,
    purpose: wordsSchema,
    /** Absent: public information, about nobody. */
    holder: z.object({ name: z.string(), idNumber: z.string(), revealed: z.boolean() }).optional(),
    /** What was filled in, in words. */
    inputs: z.array(z.object({ label: wordsSchema, value: wordsSchema })),
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
      z.object({ kind: z.literal('delivered'), title: wordsSchema, subject: recordRowSchema }),
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
  ...lockerScreens(errorCodeSchema),
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
