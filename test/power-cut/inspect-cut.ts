import { join } from 'node:path';
import { openStore } from '../../main/store/database.ts';
import { openSealer } from '../../main/store/sealing.ts';
import type { Cut } from './disk-shim.ts';

export interface Inspection {
  /** Acknowledged revisions that are not there. */
  readonly lost: number;
  readonly acknowledged: number;
  /** Everything else that must not be; empty is good. */
  readonly wrong: readonly string[];
}

/** Opens what a cut left as the next start of the kiosk would, and compares it with what had been promised. */
export function inspectCut({ directory, acknowledged }: Cut): Inspection {
  const wrong: string[] = [];
  const sealer = openSealer(join(directory, 'secrets'));
  const opened = openStore({
    path: join(directory, 'kiosk.sqlite'),
    log: (id) => {
      if (id === 'store-moved-aside' || id === 'store-refused') wrong.push(id);
    },
  });
  if (!opened.ok) return { lost: acknowledged.size, acknowledged: acknowledged.size, wrong: [opened.error] };
  const { db } = opened.value;
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') wrong.push(String(integrity));

  const rows = db.prepare<[], { id: string; revision: number }>('SELECT id, revision FROM transactions').all();
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  let lost = 0;
  let promised = 0;
  for (const [id, revision] of acknowledged) {
    promised += revision;
    lost += Math.max(revision - (revisions.get(id) ?? 0), 0);
  }

  const apart = db.prepare<[], { id: string }>(`
    SELECT id FROM transactions WHERE revision <>
      (SELECT count(*) FROM outbox WHERE state = 'waiting' AND topic = transactions.id AND key LIKE id || ':%')
    UNION ALL SELECT topic FROM outbox WHERE topic NOT IN (SELECT id FROM transactions)`);
  for (const { id } of apart.all()) wrong.push(`transaction and outbox differ: ${id}`);

  const newest = db.prepare<[], { key: string; payload: Buffer }>(
    'SELECT key, payload FROM outbox ORDER BY sequence DESC LIMIT 20',
  );
  for (const { key, payload } of newest.all()) {
    if (!sealer.open(`outbox:${key}`, payload).ok) wrong.push(`cannot be opened: ${key}`);
  }
  opened.value.close();
  return { lost, acknowledged: promised, wrong };
}
