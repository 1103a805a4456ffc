import type { RatingReport } from '../../contract/gateway.ts';
import type { CenterDatabase } from './database.ts';

export interface RatingStore {
  /** One rating per case (一事一评): the first stays, whatever comes later. Call within a write. */
  put(key: string, report: RatingReport, receivedAt: string): 'new' | 'duplicate';
  /** How often each level was given at one kiosk. Ratings are anonymous: never listed beside a holder. */
  countByLevel(kioskId: string): Record<string, number>;
}

export function ratingStore(database: CenterDatabase): RatingStore {
  const insert = database.prepare(
    `INSERT INTO ratings (transaction_id, idempotency_key, kiosk_id, level, rated_at, received_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (transaction_id) DO NOTHING`,
  );
  const count = database.prepare<[string], { readonly level: number; readonly count: number }>(
    'SELECT level, count(*) AS count FROM ratings WHERE kiosk_id = ? GROUP BY level',
  );
  return {
    put(key, { transactionId, kioskId, level, ratedAt }, receivedAt) {
      const { changes } = insert.run(transactionId, key, kioskId, level, ratedAt, receivedAt);
      return changes === 0 ? 'duplicate' : 'new';
    },
    countByLevel: (kioskId) => Object.fromEntries(count.all(kioskId).map((row) => [String(row.level), row.count])),
  };
}
