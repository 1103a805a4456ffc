import { z } from 'zod';
import { bilingualSchema, plainText } from './text.ts';

/** The smart document locker: what lies where, and what is done to its doors. */

/** Number of a cell in the locker, from 1, through all boards. */
export const cellNumberSchema = z.number().int().min(1).max(2048);

/** `small` takes a card or booklet, `medium` an A5 envelope, `large` an A4 folder (≥ 320 × 240 × 60 mm). */
export const cellSizeSchema = z.enum(['small', 'medium', 'large']);
export type CellSize = z.infer<typeof cellSizeSchema>;
/** From the smallest on: a document may lie in a larger cell than it needs. */
export const CELL_SIZES = cellSizeSchema.options;

/** `document`: staff → resident (证照). `material`: resident → staff (申请材料). */
export const directionSchema = z.enum(['document', 'material']);
export type Direction = z.infer<typeof directionSchema>;

/** Number of a case as Shanghai's lockers use it: 15 digits. */
const CASE_NUMBER = /^\d{15}$/;
export const caseNumberSchema = z.string().regex(CASE_NUMBER);
export const isCaseNumber = (text: string): boolean => CASE_NUMBER.test(text);

/**
 * Where a parcel is and what is being done with it. It is in one cell while `planned` … `releasing` or `uncertain`, with a member
 * of staff while `inHand`, and nowhere in this machine afterwards.
 */
export const parcelStateSchema = z.enum([
  /** A cell is reserved; its door was not seen open. */
  'planned',
  /** The door was seen open for putting in. */
  'putting',
  /** Lies behind a closed door. */
  'stored',
  /** Somebody entitled was let to it; the door may be open. */
  'releasing',
  /** Staff took it out to put it elsewhere. */
  'inHand',
  /** Nobody can say: a power cut or a lying sensor came between. Staff settle it. */
  'uncertain',
  /** Holder or agent took the document; staff took the material. */
  'released',
  /** Staff took the document back. */
  'takenBack',
  /** Staff looked, and it was not where it should be: nobody in this machine can say where it is. */
  'lost',
  /** It was never put in. */
  'canceled',
]);
export type ParcelState = z.infer<typeof parcelStateSchema>;

/** Why the door of a cell is opened. Every opening has its record before the pulse. */
export const actKindSchema = z.enum(['putIn', 'pickUp', 'takeBack', 'empty', 'move', 'inspect']);
export type ActKind = z.infer<typeof actKindSchema>;

/** `planned` → `open` on the sensor's word → `closed`; or it did not open; or nobody knows; or it was left open. */
export const actStateSchema = z.enum(['planned', 'open', 'closed', 'notOpened', 'unknown', 'leftOpen']);
export type ActState = z.infer<typeof actStateSchema>;

/** Who was let to a door. Never a name: staff by their number, residents by what they were to the parcel. */
export const actorSchema = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('holder') }),
  z.strictObject({ who: z.literal('agent') }),
  z.strictObject({ who: z.literal('staff'), number: z.string(), second: z.string().optional() }),
]);
export type Actor = z.infer<typeof actorSchema>;

/** Why staff open a cell that nobody asked for, or close one. A closed set: nothing is typed. */
export const staffReasonSchema = z.enum([
  'overdue',
  'residentAsks',
  'wrongDocument',
  'checkCell',
  'doorFault',
  'lockFault',
  'dirty',
  'emptying',
  'moving',
  'settling',
  'other',
]);
export type StaffReason = z.infer<typeof staffReasonSchema>;

/** Why a cell takes nothing. The first are set by the machine itself. */
export const cellOutReasonSchema = z.enum(['doorUnknown', 'doorStuck', 'leftOpen', 'alarm', 'disagrees', 'staff']);
export type CellOutReason = z.infer<typeof cellOutReasonSchema>;

/** Named disagreements between what is written and what the sensors say; each waits for staff. */
export const exceptionKindSchema = z.enum([
  /** A restart came between plan and evidence. */
  'interrupted',
  /** At the start the door stood open. */
  'openAtStart',
  /** A door opened that nobody was let to: an alarm. */
  'openedAlone',
  /** It was open for longer than allowed. */
  'leftOpen',
  /** Pulsed, and the sensor still says closed. */
  'notOpened',
  /** Pulsed, and the sensor cannot be read. */
  'doorUnknown',
  /** A parcel should lie there and the sensor inside sees nothing. */
  'itemMissing',
  /** Nothing should lie there and the sensor inside sees something. */
  'itemUnexpected',
  /** Staff counted, and it was otherwise. */
  'inventory',
  /** Codes were guessed at this machine. */
  'guessing',
]);
export type ExceptionKind = z.infer<typeof exceptionKindSchema>;

export const doorSchema = z.enum(['open', 'closed', 'unknown']);
export const itemSensorSchema = z.enum(['present', 'notPresent', 'unknown']);

/** One cell as staff and the map see it. */
export const cellViewSchema = z.object({
  cell: cellNumberSchema,
  size: cellSizeSchema,
  state: z.enum(['free', 'reserved', 'occupied', 'outOfService']),
  door: doorSchema,
  item: itemSensorSchema,
  out: cellOutReasonSchema.optional(),
  /** What is written to lie there; also of a cell out of service. */
  parcel: z
    .object({
      id: z.uuid(),
      direction: directionSchema,
      state: parcelStateSchema,
      /** ISO 8601. */
      since: z.string(),
      overdue: z.boolean(),
    })
    .optional(),
  exceptions: z.array(exceptionKindSchema),
});
export type CellView = z.infer<typeof cellViewSchema>;

/** Where the cells are on the front of the locker, column by column from the left, each from the top. */
export const lockerColumnsSchema = z.array(z.array(cellNumberSchema).min(1)).min(1);
export type LockerColumns = z.infer<typeof lockerColumnsSchema>;

/** A line that somebody drew, in parts of a thousand of the pad: x, y, x, y … */
export const strokeSchema = z.array(z.number().int().min(0).max(1000)).min(2).max(2000);
/** A signature on the screen: bounded, so that it stays one message. */
export const signatureSchema = z
  .array(strokeSchema)
  .min(1)
  .max(60)
  .refine((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= 6000, 'too long');
export type Signature = z.infer<typeof signatureSchema>;
/** A small JPEG, base64. Only with the person's yes. */
export const stillSchema = z.base64().max(40_000);

/** What the center says of a case (办件) for this machine. */
export const lockerCaseSchema = z.object({
  caseNumber: caseNumberSchema,
  direction: directionSchema,
  itemName: bilingualSchema,
  /** Whose it is; the kiosk keeps it sealed until it is handed over. */
  holder: z.object({ cardKind: z.string(), name: plainText(60), idNumber: z.string().regex(/^[0-9A-Z]{15,18}$/) }),
  /** `138****1234`; the number itself stays at the center. */
  maskedMobile: z.string().max(20),
  /** Whether somebody else may take it (代领). */
  agents: z.boolean(),
  size: cellSizeSchema,
});
export type LockerCase = z.infer<typeof lockerCaseSchema>;
