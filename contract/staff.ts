import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './errors.ts';
import {
  caseNumberSchema,
  cellNumberSchema,
  cellViewSchema,
  directionSchema,
  doorSchema,
  itemSensorSchema,
  lockerColumnsSchema,
  staffReasonSchema,
} from './locker.ts';
import { exceptionRowSchema, parcelRowSchema, staffRoleSchema, verdictSchema } from './staff-rows.ts';
import { bilingualSchema } from './text.ts';

/**
 * The staff's page: a closed union of screens, as the resident's. One member of staff works at a machine at a time; the page
 * may stand on the machine's own screen or on a second one behind it.
 */

const errorCode = z.enum(ERROR_CODES as unknown as [ErrorCode, ...ErrorCode[]]);

/** A door that staff work at. Ends by itself when it closes. */
const staffDoor = {
  cell: cellNumberSchema,
  columns: lockerColumnsSchema,
  stage: z.enum(['opening', 'open', 'ended']),
  urge: z.enum(['none', 'remind', 'alarm']),
};

export const staffScreenSchema = z.discriminatedUnion('name', [
  /** Nobody of the staff is here. */
  z.object({ name: z.literal('closed') }),
  /** Number, or card on the reader; then the PIN. The PIN is never in a snapshot, only how many digits it has. */
  z.object({
    name: z.literal('signIn'),
    step: z.enum(['who', 'pin']),
    typed: z.string().regex(/^\d{0,8}$/),
    pinLength: z.number().int().min(0).max(8),
    /** Who was found by the card or number, by number only. */
    number: z.string().optional(),
    byCard: z.boolean(),
    refused: errorCode.optional(),
    lockedSeconds: z.number().int().positive().optional(),
    /** What a second person signs for; absent: the first one. */
    second: z.object({ cell: cellNumberSchema }).optional(),
  }),
  /** The jobs. */
  z.object({
    name: z.literal('jobs'),
    staff: z.object({ number: z.string(), name: z.string(), role: staffRoleSchema }),
    /** Why nothing can be opened; absent: all is well. */
    locker: errorCode.optional(),
    counts: z.object({
      free: z.number().int(),
      reserved: z.number().int(),
      occupied: z.number().int(),
      out: z.number().int(),
      documents: z.number().int(),
      overdue: z.number().int(),
      materials: z.number().int(),
      inHand: z.number().int(),
      exceptions: z.number().int(),
    }),
  }),
  /** Put in documents, one after the other: scan, put in, close. */
  z.object({
    name: z.literal('putIn'),
    stage: z.enum(['scan', 'checking', 'opening', 'open', 'empty', 'leftOpen']),
    typed: z.string().regex(/^\d{0,15}$/),
    refused: errorCode.optional(),
    cell: cellNumberSchema.optional(),
    columns: lockerColumnsSchema,
    urge: z.enum(['none', 'remind', 'alarm']),
    /** This cell was said to hold something already: its door is to be closed, or another one has been opened. */
    occupied: cellNumberSchema.optional(),
    /** The case that was refused. */
    refusedCase: caseNumberSchema.optional(),
    /** What is being put in. */
    parcel: z.object({ caseNumber: caseNumberSchema, itemName: bilingualSchema, maskedHolder: z.string() }).optional(),
    /** How many this person put in since they signed in, and the last of them. */
    done: z.number().int().nonnegative(),
    last: z
      .object({
        cell: cellNumberSchema,
        caseNumber: caseNumberSchema,
        maskedMobile: z.string(),
        /** No sensor sees whether it lies there: `again` takes it out once more. */
        unseen: z.boolean(),
      })
      .optional(),
    hasScanner: z.boolean(),
  }),
  /** Oldest first, overdue marked; eight to a page. */
  z.object({
    name: z.literal('parcels'),
    direction: directionSchema,
    rows: z.array(parcelRowSchema).max(8),
    page: z.number().int().positive(),
    pages: z.number().int().positive(),
    total: z.number().int().nonnegative(),
  }),
  z.object({
    name: z.literal('parcel'),
    parcel: parcelRowSchema,
    agents: z.boolean(),
    /** What may be done with it now. */
    actions: z.array(z.enum(['takeBack', 'empty', 'move', 'placeAnew', 'keep', 'resend', 'inspect'])),
    resent: z.boolean(),
    refused: errorCode.optional(),
  }),
  z.object({ name: z.literal('cells'), columns: lockerColumnsSchema, cells: z.array(cellViewSchema) }),
  z.object({
    name: z.literal('cell'),
    cell: cellViewSchema,
    columns: lockerColumnsSchema,
    parcel: parcelRowSchema.optional(),
    actions: z.array(z.enum(['inspect', 'takeOut', 'backInService'])),
    refused: errorCode.optional(),
  }),
  /** Why: one touch of the closed set. */
  z.object({
    name: z.literal('reason'),
    purpose: z.enum(['inspect', 'takeBack', 'takeOut', 'move']),
    cell: cellNumberSchema,
    reasons: z.array(staffReasonSchema),
  }),
  /** A door opened by staff, but for putting in. */
  z.object({
    name: z.literal('door'),
    purpose: z.enum(['takeBack', 'empty', 'move', 'placeAnew', 'inspect']),
    ...staffDoor,
    parcel: parcelRowSchema.optional(),
    /** How it ended; at stage `ended`. */
    ended: z.enum(['done', 'stillInside', 'empty', 'leftOpen', 'notOpened', 'unknown']).optional(),
    item: itemSensorSchema,
    refused: errorCode.optional(),
    /** After this one: how many more of a round of emptying. */
    more: z.number().int().nonnegative(),
  }),
  z.object({ name: z.literal('exceptions'), rows: z.array(exceptionRowSchema) }),
  /** One of them: look into the cell, then say what was there. */
  z.object({
    name: z.literal('exception'),
    row: exceptionRowSchema,
    columns: lockerColumnsSchema,
    /** What the sensor at its door says now. */
    door: doorSchema.optional(),
    /** Whether its cell was opened for inspection since. */
    looked: z.boolean(),
    verdicts: z.array(verdictSchema),
    /** Said once; the same verdict a second time writes it, `back` takes it back. */
    asksAgain: z.literal('gone').optional(),
    /** What lay there last, where nothing is written to lie there now. */
    lastParcel: parcelRowSchema.optional(),
    refused: errorCode.optional(),
  }),
  /** What should be where; each line is confirmed or denied. */
  z.object({
    name: z.literal('inventory'),
    rows: z
      .array(
        z.object({
          cell: cellNumberSchema,
          written: z.enum(['empty', 'document', 'material', 'out']),
          caseNumber: caseNumberSchema.optional(),
          item: itemSensorSchema,
          seen: z.enum(['asWritten', 'empty', 'something']).optional(),
        }),
      )
      .max(8),
    page: z.number().int().positive(),
    pages: z.number().int().positive(),
    confirmed: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    refused: errorCode.optional(),
  }),
  z.object({
    name: z.literal('inventoryDone'),
    differences: z.array(
      z.object({ cell: cellNumberSchema, written: z.string(), seen: z.enum(['empty', 'something']) }),
    ),
    total: z.number().int().nonnegative(),
  }),
]);
export type StaffScreen = z.infer<typeof staffScreenSchema>;
export type StaffScreenName = StaffScreen['name'];

export const staffSnapshotSchema = z.object({
  sequence: z.number().int().nonnegative(),
  screen: staffScreenSchema,
  offline: z.boolean(),
  kiosk: z.object({ id: z.string(), site: z.string() }),
  /** Signed out by itself after so long without a touch; set while the warning is shown. */
  idleSecondsLeft: z.number().int().nonnegative().nullable(),
});
export type StaffSnapshot = z.infer<typeof staffSnapshotSchema>;
