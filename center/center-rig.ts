import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Holder, QueryRequest, RatingReport, TransactionReport } from '../contract/gateway.ts';
import { type CenterOptions, type RunningCenter, startCenter } from './center.ts';
import { loadPeople } from './people.ts';

/** For the tests of the center: a real one on a free port, and a kiosk that speaks HTTP with it. */
export const KIOSK = '310120-0042';
export const OTHER_KIOSK = '310120-0043';
const KEYS = { [KIOSK]: 'specimen-key-0042-aaaa', [OTHER_KIOSK]: 'specimen-key-0043-bbbb' };

export const NOW = new Date('2026-11-21T02:00:00Z');

export const ITEM = {
  account: '310025000101',
  contributions: '310014000101',
  certificate: '310009000102',
} as const;

export interface Rig {
  readonly dataDir: string;
  readonly url: string;
  readonly catalogue: RunningCenter['catalogue'];
  /** A request of a kiosk; its own key unless `headers` says otherwise. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Ends the center and starts another on the same data. */
  restart(options?: Partial<CenterOptions>): Promise<void>;
  end(): Promise<void>;
}

export const kioskHeaders = (kiosk: keyof typeof KEYS = KIOSK): Record<string, string> => ({
  authorization: `Bearer ${KEYS[kiosk]}`,
  'x-tongban-kiosk': kiosk,
});

export const kioskKeys = KEYS;

export async function startRig(options: Partial<CenterOptions> = {}): Promise<Rig> {
  const dataDir = mkdtempSync(join(tmpdir(), 'center-'));
  const start = (changed: Partial<CenterOptions>): Promise<RunningCenter> =>
    startCenter({ dataDir, kioskKeys: KEYS, now: () => NOW, ...options, ...changed });
  let center = await start({});
  return {
    dataDir,
    get url() {
      return center.url;
    },
    get catalogue() {
      return center.catalogue;
    },
    send: (method, path, body, headers = kioskHeaders()) => sendTo(center.url, method, path, body, headers),
    async restart(changed = {}) {
      await center.close();
      center = await start(changed);
    },
    async end() {
      await center.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export function sendTo(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Response> {
  const payload = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url + path, {
    method,
    ...payload,
    headers: { ...type, ...headers },
    signal: AbortSignal.timeout(10_000),
  });
}

export function holderOf(personId: string): Holder {
  const person = loadPeople().all.find(({ id }) => id === personId);
  if (person === undefined) throw new Error(`no specimen person ${personId}`);
  const { kind, name, idNumber } = person.card;
  return { cardKind: kind, name, idNumber };
}

/** Asked by somebody whose card lies on the reader. */
export const queryFor = (personId: string, itemCode: string): QueryRequest & { readonly holder: Holder } => ({
  queryId: randomUUID(),
  itemCode,
  holder: holderOf(personId),
  purpose: '让您看清楚自己的医保账户。',
  inputs: {},
});

export const reportOf = (changed: Partial<TransactionReport> = {}): TransactionReport => ({
  id: randomUUID(),
  revision: 1,
  kioskId: KIOSK,
  itemCode: ITEM.account,
  state: 'started',
  holder: holderOf('wang-guilan'),
  startedAt: '2026-11-21T10:00:00+08:00',
  changedAt: '2026-11-21T10:00:00+08:00',
  ...changed,
});

export const ratingOf = (transactionId: string, level: RatingReport['level']): RatingReport => ({
  transactionId,
  kioskId: KIOSK,
  level,
  ratedAt: '2026-11-21T10:01:00+08:00',
});

export const putTransaction = (rig: Rig, report: TransactionReport, key = `${report.id}:${report.revision}`) =>
  rig.send('PUT', `/v1/transactions/${report.id}`, report, { ...kioskHeaders(), 'idempotency-key': key });

export const putRating = (rig: Rig, report: RatingReport, key = `rating:${report.transactionId}`) =>
  rig.send('PUT', `/v1/ratings/${report.transactionId}`, report, { ...kioskHeaders(), 'idempotency-key': key });
