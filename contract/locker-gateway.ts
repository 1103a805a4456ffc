import { z } from 'zod';
import {
  actKindSchema,
  actorSchema,
  actStateSchema,
  caseNumberSchema,
  cellNumberSchema,
  cellOutReasonSchema,
  cellSizeSchema,
  directionSchema,
  doorSchema,
  exceptionKindSchema,
  lockerCaseSchema,
  parcelStateSchema,
  signatureSchema,
  staffReasonSchema,
  stillSchema,
} from './locker.ts';

/**
 * What kiosk and center say to each other about the locker. Each report has an id and a revision that only rises; the highest
 * revision is the truth, so that sending twice and out of order is harmless. No name of a person is in any of them.
 */

const instant = z.iso.datetime({ offset: true });

/** `GET /v1/locker/cases/:caseNumber?direction=` */
export const caseAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('found'), case: lockerCaseSchema }),
  z.object({
    outcome: z.literal('refused'),
    caseNumber: caseNumberSchema,
    /**
     * `unknown`: no such case; `elsewhere`: of another site; `noMobile`, `noHolder`: nobody could be told, or let to it;
     * `notReady`: nothing is to be handed over yet; `closed`: everything was; `stored`: it lies in a locker already.
     */
    reason: z.enum(['unknown', 'elsewhere', 'noMobile', 'noHolder', 'notReady', 'closed', 'stored']),
  }),
]);
export type CaseAnswer = z.infer<typeof caseAnswerSchema>;
export type CaseRefusal = Extract<CaseAnswer, { outcome: 'refused' }>['reason'];

/** `PUT /v1/locker/parcels/:id` (announce) */
export const parcelReportSchema = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  kioskId: z.string(),
  caseNumber: caseNumberSchema,
  direction: directionSchema,
  state: parcelStateSchema,
  /** Null: with staff, or gone. */
  cell: cellNumberSchema.nullable(),
  /** Why it may be that the center does not know the case: it was handed in without network. */
  unverified: z.boolean(),
  storedAt: instant.optional(),
  overdueAt: instant.optional(),
  changedAt: instant,
});
export type ParcelReport = z.infer<typeof parcelReportSchema>;

/**
 * `PUT /v1/locker/codes/:id`: what opens a parcel, for the message to its holder. Newer codes of a parcel replace older ones. The
 * center forgets them when the parcel is gone; the kiosk keeps keyed hashes only.
 */
export const codeReportSchema = z.object({
  id: z.uuid(),
  parcelId: z.uuid(),
  kioskId: z.string(),
  /** Counts the codes of a parcel. */
  issue: z.number().int().positive(),
  code: z.string().regex(/^\d{6}$/),
  /** `TB1…`, for the QR code. */
  qr: z.string().regex(/^TB1\d{12}[0-9A-Z]$/),
  issuedAt: instant,
});
export type CodeReport = z.infer<typeof codeReportSchema>;

/** `PUT /v1/locker/notices/:id`: somebody is to be told. What they are told, and how, is the center's business. */
export const noticeReportSchema = z.object({
  id: z.uuid(),
  parcelId: z.uuid(),
  kioskId: z.string(),
  caseNumber: caseNumberSchema,
  /** `again`: new codes, because staff or the machine made them. */
  kind: z.enum(['deposited', 'again', 'reminder', 'takenBack', 'taken', 'handedIn']),
  /** Which codes of the parcel go with it. */
  issue: z.number().int().positive().optional(),
  at: instant,
});
export type NoticeReport = z.infer<typeof noticeReportSchema>;

/** `PUT /v1/locker/acts/:id`: one opening of one door, from plan to end. */
export const actReportSchema = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  kioskId: z.string(),
  kind: actKindSchema,
  state: actStateSchema,
  cell: cellNumberSchema,
  parcelId: z.uuid().nullable(),
  actor: actorSchema,
  reason: staffReasonSchema.optional(),
  plannedAt: instant,
  changedAt: instant,
});
export type ActReport = z.infer<typeof actReportSchema>;

/** `PUT /v1/locker/evidence/:id`: what was given before the door opened; the id is the act's. Erased here once it is there. */
export const evidenceReportSchema = z.object({
  id: z.uuid(),
  kioskId: z.string(),
  parcelId: z.uuid(),
  signature: signatureSchema,
  still: stillSchema.optional(),
  /** Of an agent whose card lay on the reader. */
  agent: z.object({ cardKind: z.string(), name: z.string(), idNumber: z.string() }).optional(),
  signedAt: instant,
});
export type EvidenceReport = z.infer<typeof evidenceReportSchema>;

/** `PUT /v1/locker/cells/:cell` */
export const cellReportSchema = z.object({
  cell: cellNumberSchema,
  revision: z.number().int().positive(),
  kioskId: z.string(),
  size: cellSizeSchema,
  door: doorSchema,
  out: cellOutReasonSchema.optional(),
  exceptions: z.array(exceptionKindSchema),
  changedAt: instant,
});
export type CellReport = z.infer<typeof cellReportSchema>;

/** `PUT /v1/locker/inventories/:id`: staff compared what lies there with what is written. */
export const inventoryReportSchema = z.object({
  id: z.uuid(),
  kioskId: z.string(),
  by: z.string(),
  cells: z.number().int().nonnegative(),
  differences: z.array(z.object({ cell: cellNumberSchema, written: z.string(), seen: z.string() })),
  at: instant,
});
export type InventoryReport = z.infer<typeof inventoryReportSchema>;

/** `PUT /v1/locker/losses/:id`: the machine had to begin with an empty store and knows none of the parcels it reported before `at`. */
export const lossReportSchema = z.object({ id: z.uuid(), kioskId: z.string(), at: instant });
export type LossReport = z.infer<typeof lossReportSchema>;

/** What of it the outbox carries. */
export const lockerMessageSchemas = [
  z.object({ kind: z.literal('parcel'), report: parcelReportSchema }),
  z.object({ kind: z.literal('pickupCode'), report: codeReportSchema }),
  z.object({ kind: z.literal('notice'), report: noticeReportSchema }),
  z.object({ kind: z.literal('act'), report: actReportSchema }),
  z.object({ kind: z.literal('evidence'), report: evidenceReportSchema }),
  z.object({ kind: z.literal('cell'), report: cellReportSchema }),
  z.object({ kind: z.literal('inventory'), report: inventoryReportSchema }),
  z.object({ kind: z.literal('loss'), report: lossReportSchema }),
] as const;
export type LockerMessage = z.infer<(typeof lockerMessageSchemas)[number]>;
