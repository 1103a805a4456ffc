import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../native/clock.ts';
import { createTransactions } from '../services/transactions/transactions.ts';
import type { Store } from './database.ts';
import { openSealer } from './sealing.ts';
import { openedStore, recordingLog, temporaryDirectory } from './test-store.ts';

const holder = { cardKind: 'resident', name: '王建国', idNumber: '310120195001010029' } as const;
const MANY = 5000;

/** A file system of 1 MiB where we may mount one; null where not. */
function smallDisk(): string | null {
  const directory = join(temporaryDirectory(), 'disk');
  mkdirSync(directory);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', directory]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', directory]));
  return directory;
}

/** The door that a full disk is met at, and how to fill and clear it: really, or by SQLite's own limit. */
function fillable(): { store: Store; fill(): void; clear(): void; log: ReturnType<typeof recordingLog> } {
  const log = recordingLog();
  const disk = smallDisk();
  const store = openedStore({ path: join(disk ?? temporaryDirectory(), 'kiosk.sqlite'), log: log.log });
  if (disk === null) {
    return {
      store,
      log,
      fill: () => void store.db.pragma(`max_page_count = ${String(store.db.pragma('page_count', { simple: true }))}`),
      clear: () => void store.db.pragma('max_page_count = 1000000'),
    };
  }
  const ballast = join(disk, 'ballast');
  return {
    store,
    log,
    fill() {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    clear: () => rmSync(ballast),
  };
}

test('a full disk is a failure that the page can say; with space again it works without a restart', () => {
  const { store, fill, clear, log } = fillable();
  const transactions = createTransactions({
    db: store.db,
    sealer: openSealer(join(temporaryDirectory(), 'secrets')),
    clock: systemClock,
    log: log.log,
    kioskId: '310120-0042',
    onQueued: () => undefined,
  });
  const begin = () => transactions.begin({ itemCode: '310000000001', holder });
  const first = begin();
  expect(first.ok).toBe(true);

  fill();
  let accepted = 0;
  while (accepted < MANY && begin().ok) accepted += 1;
  expect(accepted).toBeLessThan(MANY);
  expect(begin()).toEqual({ ok: false, error: 'core.storeFailed' });
  const refusal = log.entries.find(({ id }) => id === 'store-refused');
  expect(refusal?.fields.code).toMatch(/^SQLITE_(FULL|IOERR)/);
  expect(transactions.unfinished().ok).toBe(true);

  clear();
  expect(begin().ok).toBe(true);
  if (first.ok) expect(transactions.change(first.value.id, 'abandoned').ok).toBe(true);
  const count = (table: string): unknown => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(count('transactions')).toBe(accepted + 2);
  expect(count('outbox')).toBe(accepted + 3);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
