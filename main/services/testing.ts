import type { QueryAnswer } from '../../contract/gateway.ts';
import { err, ok } from '../../contract/result.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { itemPrinting } from '../catalogue/testing.ts';
import { catalogue, person } from '../session/testing.ts';
import { recordingLog, temporaryStore } from '../store/test-store.ts';
import type { CenterClient } from '../sync/center-client.ts';
import type { ServiceParts } from './service-parts.ts';
import { createTransactions } from './transactions/transactions.ts';

export const WANG = person('wang-guilan').card;

export const LAID_OUT = itemPrinting(catalogue, 'layout');
export const DELIVERED = itemPrinting(catalogue, 'delivered');

const GUIDE_TEMPLATE = {
  title: { zh: '办事指南', en: 'Guide' },
  subject: [],
  tables: [],
  notes: [],
  sealOwner: '样本',
};

export const ISSUED = {
  number: 'SH20261121-TEST0001',
  issuedAt: '2026-11-21T10:00:00+08:00',
  verifyUrl: 'http://127.0.0.1/verify/x',
};

/** What a department answers about whom and what it was asked. */
export function answerTo(request: Parameters<CenterClient['query']>[0], more: object = {}): QueryAnswer {
  const { queryId, itemCode, holder } = request;
  const record = { subject: {}, tables: {} };
  const told = { queryId, itemCode, holderIdNumber: holder?.idNumber ?? null };
  return { outcome: 'record', ...told, document: ISSUED, record, ...more } as QueryAnswer;
}

/** Real transactions in a real store; stand-ins that a test replaces for what is beyond them. */
export function serviceParts(change: Partial<ServiceParts> = {}, centerDoes: Partial<CenterClient> = {}) {
  const { log, entries } = recordingLog();
  const { store, sealer } = temporaryStore(log);
  const clock = new ManualClock();
  const begin = () =>
    createTransactions({ db: store.db, sealer, clock, log, kioskId: '310120-0042', onQueued: () => undefined });
  const center = {
    query: async (request) => ok(answerTo(request)),
    fetchDelivered: async () => err('center.unreachable'),
    ...centerDoes,
  } as CenterClient;
  const parts: ServiceParts = {
    kiosk: { id: '310120-0042', site: '村', phone: '12345' },
    transactions: begin(),
    center,
    layout: {
      layOut: async () => ok({ pdf: new Uint8Array(4), pages: 2 }),
      stamp: async () => err('center.badDocument'),
    },
    guides: () => ({ template: GUIDE_TEMPLATE, places: [], url: null }),
    prints: undefined,
    receipts: undefined,
    clock,
    log,
    ...change,
  };
  const rows = () =>
    store.db.prepare('SELECT id, state, error_code AS code, pages, document_number AS number FROM transactions').all();
  /** The disk has no page left. */
  const fillDisk = (): void =>
    void store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`);
  return { parts, store, clock, entries, rows, fillDisk, restarted: begin };
}
