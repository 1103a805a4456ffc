import { z } from 'zod';
import { ratingLevelSchema } from './gateway.ts';
import { signatureSchema, stillSchema } from './locker.ts';
import { languageSchema } from './screen.ts';

/** What the person did. The core decides what it means; an event that does not fit the moment has no effect. */
export const residentEventSchema = z.discriminatedUnion('type', [
  /** Nobody's card is needed to look around. */
  z.object({ type: z.literal('lookAround') }),
  z.object({ type: z.literal('openDepartments') }),
  z.object({ type: z.literal('openThemes') }),
  z.object({ type: z.literal('openSearch') }),
  z.object({ type: z.literal('openTechnician') }),
  /** The smart document locker: fetch a document, hand in materials. */
  z.object({ type: z.literal('openPickup') }),
  z.object({ type: z.literal('openHandIn') }),
  /** The signature before the door opens; with a picture only if the person agreed to one. */
  z.object({ type: z.literal('sign'), signature: signatureSchema, still: stillSchema.optional() }),
  z.object({ type: z.literal('openStaff') }),
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
