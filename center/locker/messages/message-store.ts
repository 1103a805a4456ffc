import type { NoticeReport } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';
import type { Delivery, Message, MessageFailure } from './message.ts';

/** All messages and what became of them. Changes are called within a write. */
export interface MessageStore {
  add(notice: NoticeReport, receivedAt: string): void;
  find(id: string): Message | undefined;
  /** Notices of a parcel whose codes were not there. */
  waiting(kioskId: string, parcelId: string): Message[];
  /** Unsent invitations of a parcel are taken back: all, or those with codes older than `before`. */
  supersede(kioskId: string, parcelId: string, before?: number): void;
  /** The highest issue that a notice of the parcel named; 0: none. */
  highestIssue(kioskId: string, parcelId: string): number;
  /** All that belongs to it is there: it is queued, due at once. */
  ready(id: string, shown: { readonly mobile: string | null; readonly text: string }): void;
  settle(id: string, state: Delivery, failure: MessageFailure | null): void;
  /** After one try: counted, and due again then. Only while it is queued still. */
  tried(id: string, failure: MessageFailure, dueAtMs: number): void;
  sent(id: string): void;
  /** Whatever pauses there were: all is tried again. */
  dueNow(): void;
  /** Nothing is sent any more: what was to be sent stands in the log. */
  logQueued(): void;
  /** The one that has been due for longest. */
  nextQueued(): (Message & { readonly dueAt: number }) | undefined;
  countQueued(kioskId: string): number;
  countFailed(): number;
  /** Those that wait for their codes and came before `before`: somebody was not told. */
  countStuck(before: Date): number;
  /** Newest first; of one kiosk or of all. */
  list(limit: number, kioskId?: string): Message[];
}

const COLUMNS = `id, kiosk_id AS kioskId, parcel_id AS parcelId, case_number AS caseNumber, kind, issue, at,
  received_at AS receivedAt, state, masked_mobile AS maskedMobile, masked_text AS maskedText, attempts, failure`;
const SELECT = `SELECT ${COLUMNS} FROM locker_messages`;
const OF_PARCEL = 'parcel_id = ? AND kiosk_id = ?';

export function messageStore(database: CenterDatabase): MessageStore {
  const insert = database.prepare(
    `INSERT INTO locker_messages (id, parcel_id, kiosk_id, case_number, kind, issue, at, received_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
  );
  const one = database.prepare<[string], Message>(`${SELECT} WHERE id = ?`);
  const waiting = database.prepare<[string, string], Message>(`${SELECT} WHERE ${OF_PARCEL} AND state = 'waiting'`);
  const supersede = database.prepare(
    `UPDATE locker_messages SET state = 'superseded' WHERE ${OF_PARCEL} AND state IN ('waiting', 'queued')
       AND kind IN ('deposited', 'again', 'reminder') AND (? IS NULL OR issue < ?)`,
  );
  const highest = database
    .prepare<[string, string], number | null>(`SELECT max(issue) FROM locker_messages WHERE ${OF_PARCEL}`)
    .pluck();
  const ready = database.prepare(
    `UPDATE locker_messages SET state = 'queued', masked_mobile = ?, masked_text = ?, due_at = 0 WHERE id = ?`,
  );
  const settle = database.prepare('UPDATE locker_messages SET state = ?, failure = ? WHERE id = ?');
  const tried = database.prepare(
    `UPDATE locker_messages SET attempts = attempts + 1, failure = ?, due_at = ? WHERE id = ? AND state = 'queued'`,
  );
  const sent = database.prepare(
    `UPDATE locker_messages SET attempts = attempts + 1, failure = NULL, state = 'sent' WHERE id = ?`,
  );
  const dueNow = database.prepare(`UPDATE locker_messages SET due_at = 0 WHERE state = 'queued'`);
  const logQueued = database.prepare(`UPDATE locker_messages SET state = 'logged' WHERE state = 'queued'`);
  const next = database.prepare<[], Message & { readonly dueAt: number }>(
    `SELECT ${COLUMNS}, due_at AS dueAt FROM locker_messages WHERE state = 'queued' ORDER BY due_at, rowid LIMIT 1`,
  );
  const queued = database
    .prepare<[string], number>(`SELECT count(*) FROM locker_messages WHERE state = 'queued' AND kiosk_id = ?`)
    .pluck();
  const failed = database.prepare<[], number>(`SELECT count(*) FROM locker_messages WHERE state = 'failed'`).pluck();
  const stuck = database
    .prepare<[number], number>(
      `SELECT count(*) FROM locker_messages WHERE state = 'waiting' AND unixepoch(received_at) <= ?`,
    )
    .pluck();
  const all = database.prepare<[number], Message>(`${SELECT} ORDER BY rowid DESC LIMIT ?`);
  const ofKiosk = database.prepare<[string, number], Message>(
    `${SELECT} WHERE kiosk_id = ? ORDER BY received_at DESC, rowid DESC LIMIT ?`,
  );
  return {
    add({ id, parcelId, kioskId, caseNumber, kind, issue, at }, receivedAt) {
      insert.run(id, parcelId, kioskId, caseNumber, kind, issue ?? null, at, receivedAt);
    },
    find: (id) => one.get(id),
    waiting: (kioskId, parcelId) => waiting.all(parcelId, kioskId),
    supersede: (kioskId, parcelId, before) => void supersede.run(parcelId, kioskId, before ?? null, before ?? null),
    highestIssue: (kioskId, parcelId) => highest.get(parcelId, kioskId) ?? 0,
    ready: (id, { mobile, text }) => void ready.run(mobile, text, id),
    settle: (id, state, failure) => void settle.run(state, failure, id),
    tried: (id, failure, dueAtMs) => void tried.run(failure, dueAtMs, id),
    sent: (id) => void sent.run(id),
    dueNow: () => void dueNow.run(),
    logQueued: () => void logQueued.run(),
    nextQueued: () => next.get(),
    countQueued: (kioskId) => queued.get(kioskId) ?? 0,
    countFailed: () => failed.get() ?? 0,
    countStuck: (before) => stuck.get(Math.floor(before.getTime() / 1000)) ?? 0,
    list: (limit, kioskId) => (kioskId === undefined ? all.all(limit) : ofKiosk.all(kioskId, limit)),
  };
}
