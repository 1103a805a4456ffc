import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { ratingLevelSchema } from './gateway.ts';
import { departmentSchema, documentTemplateSchema, itemSchema } from './item.ts';
import { recordRowSchema } from './record.ts';

const errorCodeSchema = z.enum(ERROR_CODES as unknown as [ErrorCode, ...ErrorCode[]]);
const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

/** An item as the page needs it: no template, no binding. */
export const itemTileSchema = itemSchema.pick({ code: true, name: true, icon: true, department: true }).extend({
  /** Why it cannot be finished here and now; absent: it can. */
  unavailable: z.enum(['needsPrinter', 'needsNetwork']).optional(),
});
export type ItemTile = z.infer<typeof itemTileSchema>;

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
    departments: z.array(departmentSchema),
    /** What became, or is becoming, of a print that a restart interrupted; shown to the same person only. */
    earlier: z
      .object({ itemName: bilingualSchema, outcome: z.enum(['printing', 'printed', 'notPrinted', 'unknown']) })
      .optional(),
  }),
  z.object({ name: z.literal('department'), department: departmentSchema, items: z.array(itemTileSchema) }),
  z.object({
    name: z.literal('confirm'),
    item: itemTileSchema,
    fetches: bilingualSchema,
    purpose: bilingualSchema,
    holder: z.object({ name: z.string(), idNumber: z.string(), revealed: z.boolean() }),
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
  z.object({ type: z.literal('chooseDepartment'), department: z.string().max(40) }),
  z.object({ type: z.literal('chooseItem'), code: z.string().max(40) }),
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
