import { z } from 'zod';
import { identityCardSchema } from './identity-card.ts';
import { caseNumberSchema, cellSizeSchema, directionSchema } from './locker.ts';
import { bilingualSchema } from './text.ts';

/** A person who does not exist, for demo and tests. See `assets/specimen/README.md` for how the numbers were made. */
export const specimenPersonSchema = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  card: identityCardSchema,
  /** What the reference center's departments know: it steers which records there are. */
  life: z.enum(['retired', 'employee', 'newcomer', 'visitor', 'unknown']),
  /** What the person is in the specimen set for. */
  shows: z.string(),
});
export type SpecimenPerson = z.infer<typeof specimenPersonSchema>;

/** A case (办件) that does not exist: a document that lies ready for its holder, or a paper that an office waits for. */
export const specimenCaseSchema = z.strictObject({
  caseNumber: caseNumberSchema,
  direction: directionSchema,
  itemName: bilingualSchema,
  /** Whose it is, by the person's `id`; null: nobody wrote it down. */
  person: specimenPersonSchema.shape.id.nullable(),
  /** Begins with 100, as no number in China does; null: nobody asked for it. */
  mobile: z
    .string()
    .regex(/^100\d{8}$/)
    .nullable(),
  /** Whether somebody else may take it (代领). */
  agents: z.boolean(),
  size: cellSizeSchema,
  /** The machine at the site that handles it. */
  kioskId: z.string(),
  /** Before any locker reports: what lockers report changes what the center answers, not this. */
  state: z.enum(['ready', 'notReady', 'closed']),
});
export type SpecimenCase = z.infer<typeof specimenCaseSchema>;

/** `assets/specimen/cases.json` */
export const specimenCasesSchema = z.strictObject({
  /** What people call the place where a kiosk stands, by kiosk id. */
  sites: z.record(z.string(), bilingualSchema),
  cases: z.array(specimenCaseSchema),
});
