import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createTransactions, type Transactions } from '../../main/services/transactions/transactions.ts';
import { openStore } from '../../main/store/database.ts';
import { openSealer } from '../../main/store/sealing.ts';
import { systemClock } from '../../native/clock.ts';
import { type BareWrites, bareWrites } from './bare-writes.ts';
import type { Bench } from './bench.ts';
import { type Figure, figureOf, percentile } from './measure.ts';

/** A round of each in turn, so that what else the disk has to do falls on all alike. */
const ROUNDS = 8;
const COMMITS_PER_VISIT = 3;
const SIZED_VISITS = 20;
const US_PER_MS = 1000;
const HOLDER = { cardKind: 'resident', name: '王桂兰', idNumber: '319999195103129021' } as const;

interface Round {
  readonly eachUs: number[];
  readonly perSecond: number[];
}

/** Commits of transactions with their outbox rows, beside bare durable writes of as many bytes as such a commit writes. */
export async function transactionCommit(bench: Bench): Promise<readonly Figure[]> {
  const path = join(bench.dir, 'kiosk', 'kiosk.sqlite');
  const log = (): void => undefined;
  const opened = openStore({ path, log });
  if (!opened.ok) throw new Error(opened.error);
  const { db } = bench.closing(opened.value);
  const sealer = openSealer(join(bench.dir, 'kiosk', 'secrets'));
  const transactions = createTransactions({
    db,
    sealer,
    clock: systemClock,
    log,
    kioskId: '310120-0042',
    onQueued: () => undefined,
  });
  const commits = visitCommits(transactions);
  const bytes = commitBytes(`${path}-wal`, commits);
  const append = bench.closing(bareWrites(join(bench.dir, 'append'), bytes, 'append'));
  const overwrite = bench.closing(bareWrites(join(bench.dir, 'overwrite'), bytes, 'overwrite'));

  const perRound = bench.quick ? 90 : 300;
  const ours: Round = { eachUs: [], perSecond: [] };
  const appended: Round = { eachUs: [], perSecond: [] };
  const overwritten: Round = { eachUs: [], perSecond: [] };
  for (let round = 0; round < ROUNDS; round++) {
    measureRound(ours, perRound, commits);
    measureRound(appended, perRound, () => append.write());
    measureRound(overwritten, perRound, () => overwrite.write());
    // A signal is heard between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const kb = (bytes / 1024).toFixed(1);
  return [['append', appended] as const, ['overwrite', overwritten] as const].flatMap(([kind, bare]) => [
    figureOf('transaction: one commit', 'µs', ours.eachUs, {
      what: `${kind} + fdatasync, ${kb} KB`,
      value: percentile(bare.eachUs, 0.5),
    }),
    figureOf('transaction: commits', 'rows/s', ours.perSecond, {
      what: `${kind} + fdatasync, ${kb} KB`,
      value: percentile(bare.perSecond, 0.5),
    }),
    figureOf(`  the limit: ${kind} + fdatasync, ${kb} KB`, 'µs', bare.eachUs),
  ]);
}

/** Each call is one commit of a visit: begun, document issued, printed; and again for the next one. */
function visitCommits(transactions: Transactions): () => void {
  let id: string | undefined;
  let issued = false;
  const must = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };
  return () => {
    if (id === undefined) id = must(transactions.begin({ itemCode: '310025000101', holder: HOLDER })).id;
    else if (issued) {
      must(transactions.change(id, 'printed', { pages: 5 }));
      id = undefined;
      issued = false;
    } else {
      must(transactions.issued(id, 'SH20261121-B77AT7YK'));
      issued = true;
    }
  };
}

/** How much a commit adds to the write-ahead log, in the mean of some visits. */
function commitBytes(walPath: string, commit: () => void): number {
  const before = statSync(walPath).size;
  const commits = SIZED_VISITS * COMMITS_PER_VISIT;
  for (let turn = 0; turn < commits; turn++) commit();
  return Math.round((statSync(walPath).size - before) / commits);
}

function measureRound({ eachUs, perSecond }: Round, times: number, write: BareWrites['write']): void {
  const roundFrom = performance.now();
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    write();
    eachUs.push((performance.now() - startedAt) * US_PER_MS);
  }
  perSecond.push((times * US_PER_MS) / (performance.now() - roundFrom));
}
