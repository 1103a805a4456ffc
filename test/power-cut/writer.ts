import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createTransactions } from '../../main/services/transactions/transactions.ts';
import { openStore } from '../../main/store/database.ts';
import { openSealer } from '../../main/store/sealing.ts';
import { systemClock } from '../../native/clock.ts';

/**
 * Writes transactions through the real store until it is ended from outside, and says "ACK <id> <revision>" after each
 * call that promised durability. Arguments: data directory, `FULL` or `NORMAL` (the counter-proof).
 */
const [dataDir = '', synchronous = 'FULL'] = process.argv.slice(2);
const sealer = openSealer(join(dataDir, 'secrets'));
const store = openStore({ path: join(dataDir, 'kiosk.sqlite'), log: () => undefined });
if (!store.ok) throw new Error(store.error);
const { db } = store.value;
db.pragma(`synchronous = ${synchronous}`);
const transactions = createTransactions({
  db,
  sealer,
  clock: systemClock,
  log: () => undefined,
  kioskId: '310120-0042',
  onQueued: () => undefined,
});

const acknowledge = (written: ReturnType<typeof transactions.change>): string => {
  if (!written.ok) throw new Error(written.error);
  const { id, revision } = written.value;
  writeSync(1, `ACK ${id} ${revision}\n`);
  return id;
};

for (let n = 0; ; n += 1) {
  const holder = { name: '王建国', idNumber: `31012019500101${String(n % 10_000).padStart(4, '0')}` };
  const id = acknowledge(transactions.begin({ itemCode: '310000000001', holder: { ...holder, cardKind: 'resident' } }));
  acknowledge(transactions.issued(id, `TB-${String(n).padStart(8, '0')}`));
  acknowledge(transactions.change(id, n % 3 === 0 ? 'unknown' : 'printed', { pages: 3 }));
}
