import { z } from 'zod';
import { formInputsSchema } from './catalogue/form.ts';
import { cardKindSchema } from './identity-card.ts';
import { lockerMessageSchemas } from './locker-gateway.ts';
import { serviceRecordSchema } from './record.ts';

/**
 * What a kiosk and the center say to each other. JSON over HTTP; every request carries `authorization: Bearer …`
 * and `x-tongban-kiosk`. Repeating a request with the same key gives the same answer.
 */

/** Whose card lay on the reader. */
export const holderSchema = z.object({ cardKind: cardKindSchema, name: z.string(), idNumber: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** `POST /v1/queries` */
export const queryRequestSchema = z.object({
  /** Idempotency key: the same id and content give the same answer, document number included. */
  queryId: z.uuid(),
  itemCode: z.string(),
  /** Null: public information, asked for by nobody. */
  holder: holderSchema.nullable(),
  /** Always given by the resident on the confirm screen. */
  purpose: z.string(),
  /** What the resident filled in, by field of the item's form. */
  inputs: formInputsSchema,
});
export type QueryRequest = z.infer<typeof queryRequestSchema>;

/** Identity of an issued document; `verifyUrl` is what the QR code holds. */
export const issuedDocumentSchema = z.object({
  number: z.string().regex(/^[A-Z0-9-]{8,40}$/),
  /** ISO 8601 with offset. */
  issuedAt: z.iso.datetime({ offset: true }),
  verifyUrl: z.url().max(300),
});
export type IssuedDocument = z.infer<typeof issuedDocumentSchema>;

/** A PDF that the department delivers finished: fetched from `/v1/documents/:number`, checked, stamped, printed. */
export const deliveredPdfSchema = z.object({
  path: z.string().regex(/^\/v1\/documents\/[A-Z0-9-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
});
export type DeliveredPdf = z.infer<typeof deliveredPdfSchema>;

export const queryAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('record'),
    queryId: z.uuid(),
    itemCode: z.string(),
    /** Echoed so that the kiosk can refuse someone else's record. */
    holderIdNumber: z.string().nullable(),
    document: issuedDocumentSchema,
    record: serviceRecordSchema,
    delivered: deliveredPdfSchema.optional(),
  }),
  /** The department knows the person and has nothing under this item, or does not know the person. */
  z.object({
    outcome: z.literal('noRecord'),
    queryId: z.uuid(),
    itemCode: z.string(),
    holderIdNumber: z.string().nullable(),
  }),
  /** It was printed for this person at this kiosk as often as its item allows in one day; nothing was issued. */
  z.object({
    outcome: z.literal('limitReached'),
    queryId: z.uuid(),
    itemCode: z.string(),
    holderIdNumber: z.string(),
    /** The item's `limits.perPersonAndDay`. */
    perDay: z.number().int().positive(),
  }),
]);
export type QueryAnswer = z.infer<typeof queryAnswerSchema>;

/** How a transaction ended. `unknown` is settled later and then reported again with a higher revision. */
export const transactionStateSchema = z.enum([
  'started',
  'printed',
  'noRecord',
  'notPrinted',
  'unknown',
  'failed',
  'abandoned',
]);
export type TransactionState = z.infer<typeof transactionStateSchema>;

/** `PUT /v1/transactions/:id`: one state of one transaction. The highest revision is the truth. */
export const transactionReportSchema = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  kioskId: z.string(),
  itemCode: z.string(),
  state: transactionStateSchema,
  /** Present from the revision in which a document was issued. */
  documentNumber: z.string().optional(),
  pages: z.number().int().nonnegative().optional(),
  /** An error code of the catalogue, when state is failed, notPrinted or unknown. */
  errorCode: z.string().optional(),
  /** Null: public information or a guide. */
  holder: holderSchema.nullable(),
  startedAt: z.iso.datetime({ offset: true }),
  changedAt: z.iso.datetime({ offset: true }),
});
export type TransactionReport = z.infer<typeof transactionReportSchema>;

/** GB/T 39734 levels: 5 非常满意 … 1 非常不满意. A skipped or timed-out rating is not reported as a level. */
export const ratingLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type RatingLevel = z.infer<typeof ratingLevelSchema>;

/** `PUT /v1/ratings/:transactionId`: one rating per case (一事一评), anonymous. */
export const ratingReportSchema = z.object({
  transactionId: z.uuid(),
  kioskId: z.string(),
  level: ratingLevelSchema,
  ratedAt: z.iso.datetime({ offset: true }),
});
export type RatingReport = z.infer<typeof ratingReportSchema>;

/** What the outbox carries. `key` is the idempotency key that the center deduplicates by (header `idempotency-key`). */
export const outboxMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('transaction'), report: transactionReportSchema }),
  z.object({ kind: z.literal('rating'), report: ratingReportSchema }),
  ...lockerMessageSchemas,
]);
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;

export const acknowledgementSchema = z.object({ key: z.string(), stored: z.enum(['new', 'duplicate', 'superseded']) });
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
