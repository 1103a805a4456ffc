import { createHash } from 'node:crypto';
import type { Holder, QueryAnswer, QueryRequest } from '../../contract/gateway.ts';
import { maskName } from '../../contract/identity-card.ts';
import type { ServiceRecord } from '../../contract/record.ts';
import type { AnsweredItem } from '../records/answered-items.ts';
import type { AsOf } from '../records/as-of.ts';
import type { NewDocument } from '../store/queries.ts';
import { NOBODY } from '../store/transactions.ts';
import { newDocumentNumber } from './check-code.ts';
import { noCriminalRecordPdf } from './no-criminal-record.ts';

export interface Issue {
  readonly answer: QueryAnswer;
  readonly document: NewDocument;
}

/**
 * Gives a record its document number and verify address, and makes the PDF where the department delivers one. Nothing is
 * stored here: if the same query was answered meanwhile, this issue is thrown away.
 */
export async function issueDocument(
  request: QueryRequest,
  { itemCode, title, identity, delivers }: AnsweredItem,
  record: ServiceRecord,
  at: AsOf,
  verifyUrlOf: (number: string) => string,
): Promise<Issue> {
  const number = newDocumentNumber(at.today);
  const verifyUrl = verifyUrlOf(number);
  // Public information is nobody's, whoever asked.
  const holder = identity === 'none' ? null : request.holder;
  const pdf = delivers && holder !== null ? await deliver(holder, record, at, number, verifyUrl) : null;
  return {
    answer: {
      outcome: 'record',
      queryId: request.queryId,
      itemCode: request.itemCode,
      holderIdNumber: request.holder?.idNumber ?? null,
      document: { number, issuedAt: at.instant, verifyUrl },
      record,
      ...(pdf && {
        delivered: {
          path: `/v1/documents/${number}`,
          sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
          bytes: pdf.bytes.length,
          pages: pdf.pages,
        },
      }),
    },
    document: {
      number,
      itemCode,
      title,
      maskedName: holder === null ? NOBODY : maskName(holder.name),
      issuedAt: at.instant,
      rowCount: Math.max(0, ...Object.values(record.tables).map((rows) => rows.length)),
      periodFrom: textOf(record, 'periodFrom'),
      periodTo: textOf(record, 'periodTo'),
      pdf: pdf?.bytes ?? null,
    },
  };
}

function deliver(holder: Holder, record: ServiceRecord, at: AsOf, number: string, verifyUrl: string) {
  return noCriminalRecordPdf({
    number,
    verifyUrl,
    issuedAt: new Date(at.instant),
    holder,
    birthDate: textOf(record, 'birthDate') ?? '',
    periodFrom: textOf(record, 'periodFrom') ?? '',
    periodTo: textOf(record, 'periodTo') ?? '',
  });
}

function textOf({ subject }: ServiceRecord, key: string): string | null {
  const value = subject[key];
  return typeof value === 'string' ? value : null;
}
