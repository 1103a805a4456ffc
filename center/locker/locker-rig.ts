import { randomInt, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type Acknowledgement, acknowledgementSchema } from '../../contract/gateway.ts';
import {
  type ActReport,
  type CaseAnswer,
  type CellReport,
  type CodeReport,
  caseAnswerSchema,
  type EvidenceReport,
  type NoticeReport,
  type ParcelReport,
} from '../../contract/locker-gateway.ts';
import { encodePickupCode } from '../../contract/pickup-code.ts';
import { KIOSK, kioskHeaders, type Rig } from '../center-rig.ts';
import { noticeListSchema } from './reports/list-routes.ts';

/** For the tests of the locker's center side: a kiosk that reports, and a provider of SMS that can be told to fail. */
const AT = '2026-11-21T10:00:00+08:00';

export const caseOf = (number: number): string => `310120202600${String(number).padStart(3, '0')}`;

export const parcelOf = (changed: Partial<ParcelReport> = {}): ParcelReport => ({
  id: randomUUID(),
  revision: 1,
  kioskId: KIOSK,
  caseNumber: caseOf(2),
  direction: 'document',
  state: 'stored',
  cell: 7,
  unverified: false,
  storedAt: AT,
  overdueAt: '2026-11-26T10:00:00+08:00',
  changedAt: AT,
  ...changed,
});

export const codesOf = (parcelId: string, changed: Partial<CodeReport> = {}): CodeReport => ({
  id: randomUUID(),
  parcelId,
  kioskId: KIOSK,
  issue: 1,
  code: String(randomInt(1_000_000)).padStart(6, '0'),
  qr: encodePickupCode(String(randomInt(1_000_000_000)).padStart(12, '7')),
  issuedAt: AT,
  ...changed,
});

export const noticeOf = (parcelId: string, changed: Partial<NoticeReport> = {}): NoticeReport => ({
  id: randomUUID(),
  parcelId,
  kioskId: KIOSK,
  caseNumber: caseOf(2),
  kind: 'deposited',
  issue: 1,
  at: AT,
  ...changed,
});

export const cellOf = (cell: number, changed: Partial<CellReport> = {}): CellReport => ({
  cell,
  revision: 1,
  kioskId: KIOSK,
  size: 'medium',
  door: 'closed',
  exceptions: [],
  changedAt: AT,
  ...changed,
});

export const actOf = (changed: Partial<ActReport> = {}): ActReport => ({
  id: randomUUID(),
  revision: 1,
  kioskId: KIOSK,
  kind: 'pickUp',
  state: 'closed',
  cell: 7,
  parcelId: null,
  actor: { who: 'holder' },
  plannedAt: AT,
  changedAt: AT,
  ...changed,
});

export const evidenceOf = (changed: Partial<EvidenceReport> = {}): EvidenceReport => ({
  id: randomUUID(),
  kioskId: KIOSK,
  parcelId: randomUUID(),
  signature: [[1, 2, 3, 4]],
  signedAt: AT,
  ...changed,
});

type Collection = 'parcels' | 'codes' | 'notices' | 'acts' | 'evidence' | 'cells' | 'inventories' | 'losses';

export function put(
  rig: Rig,
  collection: Collection,
  report: { readonly [key: string]: unknown },
  options: { readonly key?: string; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  const id = String(report.id ?? report.cell);
  const revision = String(report.revision ?? 1);
  const key = options.key ?? `${collection}:${id}:${revision}`;
  const headers = { ...(options.headers ?? kioskHeaders()), 'idempotency-key': key };
  return rig.send('PUT', `/v1/locker/${collection}/${id}`, report, headers);
}

/** What became of a report; throws when it was refused. */
export async function stored(response: Promise<Response>): Promise<Acknowledgement['stored']> {
  return acknowledgementSchema.parse(await (await response).json()).stored;
}

export async function askCase(
  rig: Rig,
  number: number,
  direction: 'document' | 'material' = 'document',
  headers = kioskHeaders(),
): Promise<CaseAnswer> {
  const path = `/v1/locker/cases/${caseOf(number)}?direction=${direction}`;
  return caseAnswerSchema.parse(await (await rig.send('GET', path, undefined, headers)).json());
}

/** `ready` or the reason. */
export async function standingOf(rig: Rig, number: number, direction: 'document' | 'material' = 'document') {
  const answer = await askCase(rig, number, direction);
  return answer.outcome === 'found' ? 'ready' : answer.reason;
}

export async function notices(rig: Rig, headers = kioskHeaders()) {
  const response = await rig.send('GET', '/v1/locker/notices?limit=500', undefined, headers);
  return noticeListSchema.parse(await response.json()).notices;
}

/** Looks every 20 ms until `look` gives something; throws after ten seconds. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 500; tries++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come about');
}

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Provider {
  readonly url: string;
  readonly posted: readonly Posted[];
  /** What it does from now on with whatever is posted. */
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
}

export const answerWith =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end('{}');

/** A provider of SMS on loopback; with `port`, one that comes back where another was. */
export async function startProvider(port = 0): Promise<Provider> {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    posted.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    provider.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const provider: Provider = {
    url: `http://127.0.0.1:${address.port}/send`,
    posted,
    answer: answerWith(200),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}
