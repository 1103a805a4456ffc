import { type QueryAnswer, type QueryRequest, queryAnswerSchema } from '../../contract/gateway.ts';
import type { CenterDatabase } from './database.ts';
import { contentDigest } from './digest.ts';

/** What the verify page may say about a document; nothing by which its holder could be found. */
export interface DocumentFacts {
  readonly number: string;
  readonly itemCode: string;
  readonly title: string;
  readonly maskedName: string;
  readonly issuedAt: string;
  readonly rowCount: number;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
}

export interface NewDocument extends DocumentFacts {
  readonly pdf: Buffer | null;
}

export interface NewQuery {
  readonly kioskId: string;
  readonly request: QueryRequest;
  readonly answer: QueryAnswer;
  readonly askedAt: string;
  readonly document: NewDocument | null;
}

/** `conflict`: the id was used before, for something else or by another kiosk. */
export type EarlierQuery = { readonly kind: 'answered'; readonly answer: QueryAnswer } | { readonly kind: 'conflict' };

export interface QueryStore {
  /** The answer given before to the same query id. */
  earlier(kioskId: string, request: QueryRequest): EarlierQuery | null;
  /** Call within a write. */
  add(query: NewQuery): void;
  facts(number: string): DocumentFacts | null;
  /** A delivered PDF, for the kiosk that asked for it only. */
  pdf(kioskId: string, number: string): Buffer | null;
}

interface QueryRow {
  readonly digest: Buffer;
  readonly answer: string;
}

export function queryStore(database: CenterDatabase): QueryStore {
  const select = database.prepare<[string], QueryRow>('SELECT digest, answer FROM queries WHERE query_id = ?');
  const insertQuery = database.prepare(
    `INSERT INTO queries (query_id, kiosk_id, digest, item_code, purpose, answer, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertDocument = database.prepare(
    `INSERT INTO documents (number, query_id, kiosk_id, item_code, title, masked_name, issued_at, row_count, period_from, period_to, pdf)
     VALUES (@number, @queryId, @kioskId, @itemCode, @title, @maskedName, @issuedAt, @rowCount, @periodFrom, @periodTo, @pdf)`,
  );
  const selectFacts = database.prepare<[string], DocumentFacts>(
    `SELECT number, item_code AS itemCode, title, masked_name AS maskedName, issued_at AS issuedAt, row_count AS rowCount,
       period_from AS periodFrom, period_to AS periodTo FROM documents WHERE number = ?`,
  );
  const selectPdf = database
    .prepare<[string, string], Buffer | null>('SELECT pdf FROM documents WHERE number = ? AND kiosk_id = ?')
    .pluck();
  return {
    earlier(kioskId, request) {
      const row = select.get(request.queryId);
      if (row === undefined) return null;
      if (!row.digest.equals(queryDigest(kioskId, request))) return { kind: 'conflict' };
      return { kind: 'answered', answer: queryAnswerSchema.parse(JSON.parse(row.answer)) };
    },
    add({ kioskId, request, answer, askedAt, document }) {
      const { queryId, itemCode, purpose } = request;
      const digest = queryDigest(kioskId, request);
      insertQuery.run(queryId, kioskId, digest, itemCode, purpose, JSON.stringify(answer), askedAt);
      if (document !== null) insertDocument.run({ ...document, queryId, kioskId });
    },
    facts: (number) => selectFacts.get(number) ?? null,
    pdf: (kioskId, number) => selectPdf.get(number, kioskId) ?? null,
  };
}

/** Inputs in the order of their keys: the order in which they were sent says nothing. */
function queryDigest(kioskId: string, { queryId, itemCode, holder, purpose, inputs }: QueryRequest): Buffer {
  const filled = Object.entries(inputs).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return contentDigest(
    kioskId,
    queryId,
    itemCode,
    holder?.cardKind,
    holder?.name,
    holder?.idNumber,
    purpose,
    JSON.stringify(filled),
  );
}
