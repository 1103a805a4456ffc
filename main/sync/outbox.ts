import { type OutboxMessage, outboxMessageSchema } from '../../contract/gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import type { Sealer } from '../store/sealing.ts';
import type { Db } from '../store/write.ts';

/** The oldest waiting message of its topic. */
export interface OutboxHead {
  readonly sequence: number;
  /** The idempotency key that the center deduplicates by. */
  readonly key: string;
  readonly topic: string;
  readonly payload: Buffer;
}

/**
 * Messages for the center, sealed, in the order of their writing. A message leaves when it is acknowledged. The calls
 * throw what SQLite throws: callers run them inside `write` and `read`.
 */
export interface Outbox {
  /** Adds a message to the caller's own transaction, so that the fact and its message are one commit. Throws outside of one. */
  enqueue(key: string, topic: string, message: OutboxMessage): void;
  /** The first head of a topic after `sequence`; of one topic only the oldest waiting message is a head. */
  headAfter(sequence: number): OutboxHead | undefined;
  /** `sealBroken`: other key or changed bytes; `notAMessage`: written by a version that meant something else. */
  open(head: OutboxHead): Result<OutboxMessage, 'sealBroken' | 'notAMessage'>;
  remove(sequence: number): void;
  /** Keeps a message that the center refuses for good; it blocks nobody any more. */
  setAside(sequence: number): void;
  /** Gives the refused ones another chance. */
  requeueRefused(): number;
  /** How many wait, how many are set aside. */
  counts(): { readonly waiting: number; readonly refused: number };
}

export function createOutbox({ db, sealer, clock }: { db: Db; sealer: Sealer; clock: Clock }): Outbox {
  const insert = db.prepare<[string, string, Buffer, number]>(
    'INSERT INTO outbox (key, topic, payload, queued_at) VALUES (?, ?, ?, ?)',
  );
  const head = db.prepare<[number], OutboxHead>(`
    SELECT sequence, key, topic, payload FROM outbox AS message
    WHERE state = 'waiting' AND sequence > ? AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE state = 'waiting' AND topic = message.topic AND sequence < message.sequence)
    ORDER BY sequence LIMIT 1`);
  const remove = db.prepare<[number]>('DELETE FROM outbox WHERE sequence = ?');
  const setAside = db.prepare<[number]>(`UPDATE outbox SET state = 'refused' WHERE sequence = ?`);
  const requeue = db.prepare<[]>(`UPDATE outbox SET state = 'waiting' WHERE state = 'refused'`);
  const count = db.prepare<[], { waiting: number; refused: number }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'refused') AS refused FROM outbox`,
  );
  const rowName = (key: string): string => `outbox:${key}`;

  return {
    enqueue(key, topic, message) {
      if (!db.inTransaction) throw new Error('a message must be written in one transaction with its fact');
      insert.run(key, topic, sealer.seal(rowName(key), JSON.stringify(message)), clock.date().getTime());
    },
    headAfter: (sequence) => head.get(sequence),
    open({ key, payload }) {
      const opened = sealer.open(rowName(key), payload);
      if (!opened.ok) return opened;
      const message = outboxMessageSchema.safeParse(JSON.parse(opened.value));
      return message.success ? ok(message.data) : err('notAMessage');
    },
    remove: (sequence) => void remove.run(sequence),
    setAside: (sequence) => void setAside.run(sequence),
    requeueRefused: () => requeue.run().changes,
    counts: () => count.get() ?? { waiting: 0, refused: 0 },
  };
}
