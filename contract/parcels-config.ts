import { z } from 'zod';
import { cellNumberSchema, lockerColumnsSchema } from './locker.ts';

/** `parcels` of `kiosk.json`: how the locker is used. */
export const parcelsConfigSchema = z.strictObject({
  /** Which cells are small or medium; all others are large. Without any all are one size, and take anything. */
  sizes: z
    .strictObject({ small: z.array(cellNumberSchema).default([]), medium: z.array(cellNumberSchema).default([]) })
    .prefault({}),
  /** Where the cells are on the front; absent: columns of eight. */
  columns: lockerColumnsSchema.optional(),
  /** After so long a document is overdue: its holder is reminded, staff find it on their list. Its code stays valid. */
  overdueDays: z.number().int().min(1).max(90).default(5),
  /** How long a door may stand open before the person is reminded, and before it is an exception, seconds. */
  doorRemindSeconds: z.number().int().min(3).max(120).default(10),
  doorAlarmSeconds: z.number().int().min(10).max(600).default(60),
  /** Wrong codes before the pad is closed, and for how long, minutes. */
  wrongCodes: z.number().int().min(3).max(10).default(5),
  lockMinutes: z.number().int().min(1).max(120).default(10),
  /** Whether a picture of whoever picks up is taken, if they agree. Needs `devices.cameras.person`. */
  still: z.boolean().default(false),
});
export type ParcelsConfig = z.infer<typeof parcelsConfigSchema>;
