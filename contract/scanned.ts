import { z } from 'zod';
import { caseNumberSchema } from './locker.ts';

/** Why a scanned text is of no use here. For the log and the technician; the resident reads `scanner.notOurs`. */
export const scanRefusalSchema = z.enum([
  'empty',
  'tooLong',
  /** Control, direction, zero-width and unassigned characters, or a lone surrogate. */
  'unprintable',
  /** `javascript:`, `data:`, `file:` and whatever else is no web address. */
  'scheme',
  /** It begins like a pick-up code and its check character or length is wrong. */
  'wrongCheck',
  /** An address at our own center that is none of our slips. */
  'notASlip',
  /** A number of a person, printed as it is: nobody should identify by showing a number. */
  'citizenNumber',
  'unknown',
]);
export type ScanRefusalReason = z.infer<typeof scanRefusalSchema>;

/** Of a text that may be anything of ours; a QR code on a telephone holds a tenth of it. */
export const LONGEST_SCANNED = 1024;

const documentSlipSchema = z.strictObject({
  type: z.literal('document'),
  /** Number of the paper (`SH20261121-4F7K2Q9M`). */
  number: z.string().regex(/^[A-Z0-9-]{8,40}$/),
  /** What proves that the asker has the paper: to be sent to the center with the number. */
  check: z.string().regex(/^[\w-]{12}$/),
});
const itemSlipSchema = z.strictObject({ type: z.literal('item'), code: z.string().regex(/^\d{12}$/) });
export const slipSchema = z.discriminatedUnion('type', [documentSlipSchema, itemSlipSchema]);
export type Slip = z.infer<typeof slipSchema>;

/** What somebody held before the scanner. */
export const scannedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('suishenCode'),
    /** Short-lived and opaque: to the center unchanged, never opened, shown, stored or logged. */
    content: z.string().min(1).max(LONGEST_SCANNED),
    /** 随申码, or the 市民云 code of electronic certificates: the center asks different offices. */
    issuer: z.enum(['suishen', 'citizenCloud']),
  }),
  /** The code on a paper of ours. */
  z.strictObject({ kind: z.literal('slip'), slip: slipSchema }),
  z.strictObject({ kind: z.literal('pickupCode'), digits: z.string().regex(/^\d{12}$/) }),
  /** The number of a case, on a slip (收件凭证) or on the paper that goes with a document (送达回证). */
  z.strictObject({ kind: z.literal('caseNumber'), caseNumber: caseNumberSchema }),
  z.strictObject({ kind: z.literal('refused'), code: z.literal('scanner.notOurs'), reason: scanRefusalSchema }),
]);
export type Scanned = z.infer<typeof scannedSchema>;
