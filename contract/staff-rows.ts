import { z } from 'zod';
import {
  caseNumberSchema,
  cellNumberSchema,
  directionSchema,
  exceptionKindSchema,
  parcelStateSchema,
} from './locker.ts';
import { bilingualSchema } from './text.ts';

export const staffRoleSchema = z.enum(['staff', 'administrator']);
export type StaffRole = z.infer<typeof staffRoleSchema>;
/** Four to eight digits. */
export const staffNumberSchema = z.string().regex(/^\d{4,8}$/);

/** A line of a list of parcels. Nothing of a person but what is masked. */
export const parcelRowSchema = z.object({
  id: z.uuid(),
  cell: cellNumberSchema.nullable(),
  direction: directionSchema,
  state: parcelStateSchema,
  caseNumber: caseNumberSchema,
  /** Absent: unknown, as of materials handed in without network. */
  itemName: bilingualSchema.optional(),
  maskedHolder: z.string(),
  /** ISO 8601, since when it lies there. */
  since: z.string(),
  days: z.number().int().nonnegative(),
  overdue: z.boolean(),
});
export type ParcelRow = z.infer<typeof parcelRowSchema>;

/**
 * What staff found when they looked. `inPlace`: the parcel lies there; `gone`: it does not; `nothing`: all is as written; `removed`:
 * something lay there that nothing is written of, and staff took it out.
 */
export const verdictSchema = z.enum(['inPlace', 'gone', 'nothing', 'removed']);
export type Verdict = z.infer<typeof verdictSchema>;

export const exceptionRowSchema = z.object({
  id: z.uuid(),
  kind: exceptionKindSchema,
  cell: cellNumberSchema.nullable(),
  parcel: parcelRowSchema.optional(),
  since: z.string(),
});
export type ExceptionRow = z.infer<typeof exceptionRowSchema>;
