import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceHealth } from '../../contract/device-health.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Result } from '../../contract/result.ts';
import { err, ok } from '../../contract/result.ts';
import type { Snapshot } from '../../contract/screen.ts';
import { snapshotSchema } from '../../contract/screen.ts';
import { type SpecimenPerson, specimenPersonSchema } from '../../contract/specimen.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { seedCatalogue } from '../catalogue/testing.ts';
import type { Typing } from '../typing/typing.ts';
import type { LockerVisits } from './locker-visits.ts';
import type { Surroundings } from './projection/surroundings.ts';
import { Session } from './session.ts';
import type { Fetched, PrintOutcome, PrintProgress, VisitWork } from './visit-work.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
export const catalogue = seedCatalogue();
const people = specimenPersonSchema
  .array()
  .parse(JSON.parse(readFileSync(join(ASSETS, 'specimen', 'people.json'), 'utf8')));

export function person(id: string): SpecimenPerson {
  const found = people.find((one) => one.id === id);
  if (!found) throw new Error(`no specimen person ${id}`);
  return found;
}

/** A promise that the test settles when it likes. */
export function hand<T>(): { promise: Promise<T>; give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

export const RECORD: Extract<Fetched, { outcome: 'record' }> = {
  outcome: 'record',
  transactionId: '00000000-0000-4000-8000-000000000001',
  record: { subject: {}, tables: {} },
  document: {
    number: 'SH20261121-TEST0001',
    issuedAt: '2026-11-21T10:00:00+08:00',
    verifyUrl: 'http://127.0.0.1/verify/x',
  },
};

/** Keys as they are; no hanzi. */
const TYPING: Typing = {
  press: (typed, key) => ({ ...typed, text: key === 'delete' ? typed.text.slice(0, -1) : typed.text + key }),
  take: (typed) => typed,
};

export const ONLINE_READER: DeviceHealth = {
  device: 'idCard',
  driver: 'sdt',
  state: 'online',
  details: { media: 'notPresent' },
  reasons: [],
  evidence: 'SAM status 90',
  since: '2026-11-21T00:00:00.000Z',
  evidenceAt: '2026-11-21T02:00:00.000Z',
  metrics: {
    exchanges: 36_000,
    unanswered: 2,
    retries: 1,
    discardedBytes: 17,
    latency: [0, 0, 40, 35_960, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  processRestarts: 0,
};

/** A machine with everything in order. */
export const SURROUNDINGS: Surroundings = {
  catalogue: () => catalogue,
  catalogueStatus: () => ({
    catalogue: catalogue.about.catalogue,
    version: catalogue.about.version,
    publishedAt: catalogue.about.publishedAt,
    items: catalogue.items.length,
  }),
  typing: TYPING,
  kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
  orientation: 'portrait',
  hasDevice: (device) => ['idCard', 'document', 'receipt'].includes(device),
  cameras: () => ({}),
  deviceHealth: () => [ONLINE_READER],
  readerReady: () => true,
  printerReady: () => true,
  offline: () => false,
  queryLimitMs: 15_000,
  today: () => '2026-11-21',
  itemUrl: (code) => `http://127.0.0.1/items/${code}`,
};

const GUIDE_TRANSACTION = '00000000-0000-4000-8000-000000000002';

/** A session on a clock in the test's hand, with work that the test answers; all that was asked of it is noted. */
export function openSession(
  change: Partial<VisitWork> = {},
  around: Partial<Surroundings> = {},
  locker?: LockerVisits,
) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const fetched = hand<Result<Fetched, ErrorCode>>();
  const printed = hand<PrintOutcome>();
  let progress: (progress: PrintProgress) => void = () => undefined;
  const work: VisitWork = {
    fetch: (item) => {
      asked.push(`fetch ${item.code}`);
      return fetched.promise;
    },
    prepare: async () => ok({ pdf: new Uint8Array(), pages: 3 }),
    guide: async (item, language) => {
      asked.push(`guide ${item.code}${language === 'en' ? ' in English' : ''}`);
      return ok({ transactionId: GUIDE_TRANSACTION, document: { pdf: new Uint8Array(), pages: 2 } });
    },
    print: (target, _document, onProgress, giveUp) => {
      asked.push(target.transactionId === GUIDE_TRANSACTION ? 'print guide' : 'print');
      progress = onProgress;
      giveUp.addEventListener('abort', () => asked.push('give up'));
      return printed.promise;
    },
    receipt: async () => ok(undefined),
    abandon: (id) => void asked.push(`abandon ${id}`),
    rate: (_id, level) => void asked.push(`rate ${level}`),
    earlier: () => undefined,
    ...change,
  };
  const session = new Session({
    work,
    surroundings: { ...SURROUNDINGS, ...around },
    locker,
    clock,
    log: () => undefined,
    language: 'zh-CN',
    idle: { silenceMs: 60_000, warningMs: 20_000 },
  });
  session.start();

  const look = (): Snapshot => snapshotSchema.parse(session.snapshot());
  return {
    clock,
    asked,
    fetched,
    printed,
    progress: (next: PrintProgress) => progress(next),
    session,
    look,
    screen: () => look().screen.name,
    put: (id: string) => {
      session.card({ type: 'presented' });
      session.card({ type: 'read', card: person(id).card });
    },
    take: () => session.card({ type: 'removed' }),
    touch: async (...events: readonly ResidentEvent[]) => {
      for (const event of events) {
        session.send(event);
        await clock.advance(0);
      }
    },
  };
}

export type OpenedSession = ReturnType<typeof openSession>;

/** Brings a session to the bounded wait. */
export async function toWaiting(opened: OpenedSession): Promise<void> {
  opened.put('wang-guilan');
  await opened.touch({ type: 'chooseItem', code: catalogue.popular()[0]?.code ?? '' }, { type: 'confirm' });
}

/** …to the record on the screen. */
export async function toRecord(opened: OpenedSession): Promise<void> {
  await toWaiting(opened);
  opened.fetched.give(ok(RECORD));
  await opened.clock.advance(0);
}

/** …to the sentence of a department that did not answer. */
export async function toTrouble(opened: OpenedSession, code: ErrorCode = 'center.timeout'): Promise<void> {
  await toWaiting(opened);
  opened.fetched.give(err(code));
  await opened.clock.advance(0);
}

/** …to a print under way. */
export async function toPrinting(opened: OpenedSession): Promise<void> {
  await toRecord(opened);
  await opened.touch({ type: 'print' });
}
