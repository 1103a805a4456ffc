import { z } from 'zod';
import { cellNumberSchema, directionSchema, staffReasonSchema } from './locker.ts';
import { verdictSchema } from './staff-rows.ts';

/** What staff did; an event that does not fit the moment has no effect. */
export const staffEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open') }),
  /** One key of the digit pad, or `delete`, `clear`, `enter`. */
  z.object({
    type: z.literal('key'),
    key: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'delete', 'clear', 'enter']),
  }),
  z.object({ type: z.literal('signOut') }),
  z.object({ type: z.literal('back') }),
  z.object({ type: z.literal('home') }),
  z.object({ type: z.literal('openPutIn') }),
  z.object({ type: z.literal('openParcels'), direction: directionSchema }),
  z.object({ type: z.literal('openCells') }),
  z.object({ type: z.literal('openExceptions') }),
  z.object({ type: z.literal('openInventory') }),
  /** A round through all cells with materials, the oldest first. */
  z.object({ type: z.literal('emptyAll') }),
  z.object({ type: z.literal('page'), page: z.number().int().positive() }),
  z.object({ type: z.literal('choose'), id: z.uuid() }),
  z.object({ type: z.literal('chooseCell'), cell: cellNumberSchema }),
  z.object({
    type: z.literal('act'),
    act: z.enum(['takeBack', 'empty', 'move', 'placeAnew', 'keep', 'resend', 'inspect', 'takeOut', 'backInService']),
  }),
  z.object({ type: z.literal('reason'), reason: staffReasonSchema }),
  /** The same door once more. With `last` at stage `scan`: what was put in last is taken out of its cell, to be put in anew. */
  z.object({ type: z.literal('again') }),
  /** At an open door for putting in: something lies there already. The cell is an exception, and another one opens. */
  z.object({ type: z.literal('occupied') }),
  /** Nothing was put in: give the cell back. */
  z.object({ type: z.literal('cancelPutIn') }),
  /** On to the next cell of a round. */
  z.object({ type: z.literal('next') }),
  z.object({ type: z.literal('verdict'), verdict: verdictSchema }),
  z.object({ type: z.literal('seen'), cell: cellNumberSchema, seen: z.enum(['asWritten', 'empty', 'something']) }),
  z.object({ type: z.literal('finishInventory') }),
  z.object({ type: z.literal('stillHere') }),
]);
export type StaffEvent = z.infer<typeof staffEventSchema>;
