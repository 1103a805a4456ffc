import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createTransactions } from '../../main/services/transactions/transactions.ts';
import { openStore } from '../../main/store/database.ts';
import { openSealer } from '../../main/store/sealing.ts';
import { createCenterClient } from '../../main/sync/center-client.ts';
import { createCourier } from '../../main/sync/courier.ts';
import { createOutbox } from '../../main/sync/outbox.ts';
import { sleep, systemClock } from '../../native/clock.ts';

/**
 * A small core: settles what its killed predecessor left, then goes on writing and delivering until it is killed itself.
 * Says "ACK <key>" after each durable call, and "IDLE" when it was told only to deliver and nothing waits any more.
 * Arguments: data directory, URL of the center, `write` or `deliver`.
 */
const [dataDir = '', url = '', task = 'write'] = process.argv.slice(2);
const kioskId = '310120-0042';
const log = (): void => undefined;
const clock = systemClock;
const sealer = openSealer(join(dataDir, 'secrets'));
const store = openStore({ path: join(dataDir, 'kiosk.sqlite'), log });
if (!store.ok) throw new Error(store.error);
const { db } = store.value;
const outbox = createOutbox({ db, sealer, clock });
const center = createCenterClient({ url, kioskId, key: 'test-key-0123456789', clock, log, queryTimeoutMs: 5000 });
const transactions = createTransactions({ db, sealer, clock, log, kioskId, onQueued: () => courier.wake() });
const courier = createCourier({
  db,
  outbox,
  deliver: center.deliver,
  clock,
  random: Math.random,
  log,
  onAcknowledged: transactions.acknowledged,
});
courier.start();

function acknowledge(written: ReturnType<typeof transactions.change>): string {
  if (!written.ok) throw new Error(written.error);
  const { id, revision } = written.value;
  writeSync(1, `ACK ${id}:${revision}\n`);
  return id;
}

const left = transactions.unfinished();
if (!left.ok) throw new Error(left.error);
for (const { id } of left.value) acknowledge(transactions.change(id, 'notPrinted', { errorCode: 'core.restarted' }));

while (task === 'write') {
  const holder = { cardKind: 'resident', name: '王建国', idNumber: '310120195001010029' } as const;
  const id = acknowledge(transactions.begin({ itemCode: '310000000001', holder }));
  await sleep(clock, 2);
  acknowledge(transactions.change(id, 'printed', { pages: 1 }));
}
while (outbox.counts().waiting > 0) await sleep(clock, 10);
await courier.stop();
store.value.close();
writeSync(1, 'IDLE\n');
process.exit(0);
