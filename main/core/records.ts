import { join } from 'node:path';
import type { OutboxMessage } from '../../contract/gateway.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../../native/clock.ts';
import type { DocumentPrinter } from '../../native/ipp/printer.ts';
import type { PrintOutcome, PrintService } from '../printing/jobs/print.ts';
import { createPrintService } from '../printing/jobs/print-service.ts';
import { createPrintStore, type PrintRow } from '../printing/jobs/print-store.ts';
import { settlePrints } from '../printing/jobs/settle.ts';
import { printOnDisk, printSettled, settleTransactions } from '../services/settle-transactions.ts';
import { forgetOld } from '../services/transactions/retention.ts';
import { createTransactions, type Transactions } from '../services/transactions/transactions.ts';
import { openStore } from '../store/database.ts';
import { openSealer, type Sealer } from '../store/sealing.ts';
import type { Db } from '../store/write.ts';
import type { CenterClient } from '../sync/center-client.ts';
import { createCourier } from '../sync/courier.ts';
import { createOutbox } from '../sync/outbox.ts';

export interface Records {
  /** The one store of the machine, for what else has to survive. */
  readonly store: { readonly db: Db; readonly sealer: Sealer; readonly followsLost: boolean };
  /** Something was written to the outbox. */
  queued(): void;
  /** Runs in the commit that removes a message: erases what was on loan. */
  onAcknowledged(listener: (message: OutboxMessage) => void): void;
  readonly transactions: Transactions;
  readonly prints: PrintService | undefined;
  /** Calls after a print of an earlier run has got its end, and its transaction too. */
  onSettled(listener: () => void): void;
  close(): Promise<void>;
}

export interface RecordsParts {
  readonly dataDir: string;
  readonly kioskId: string;
  readonly center: CenterClient;
  readonly printer: DocumentPrinter | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** How often rows that have been kept for long enough are removed. */
const FORGET_INTERVAL_MS = 24 * 60 * 60_000;

/** How often messages that the center refused are tried again. */
const RETRY_REFUSED_INTERVAL_MS = 6 * 60 * 60_000;

/** The store could not be opened; the shell starts the core again until it can. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A print service whose prints can be waited for, so that the database is still open for the last word of each. */
function endingWithTheirs(service: PrintService): PrintService & { ended(): Promise<unknown> } {
  const underWay = new Set<Promise<PrintOutcome>>();
  return {
    print(request) {
      const print = service.print(request);
      underWay.add(print);
      const done = (): void => void underWay.delete(print);
      print.then(done, done);
      return print;
    },
    ended: () => Promise.allSettled(underWay),
  };
}

/** Opens what must survive: transactions, prints and the outbox, settles what a restart left open, and begins to deliver. */
export function openRecords({ dataDir, kioskId, center, printer, clock, log }: RecordsParts): Records {
  const opened = openStore({ path: join(dataDir, 'kiosk.sqlite'), log, clock });
  if (!opened.ok) throw new StoreUnavailable(opened.error);
  const { db, followsLost } = opened.value;
  const sealer = openSealer(join(dataDir, 'secrets'));
  const outbox = createOutbox({ db, sealer, clock });
  const transactions = createTransactions({ db, sealer, clock, log, kioskId, onQueued: () => courier.wake() });
  const acknowledged: ((message: OutboxMessage) => void)[] = [];
  const courier = createCourier({
    db,
    outbox,
    deliver: (key, message, signal) => center.deliver(key, message, signal),
    clock,
    random: Math.random,
    log,
    onAcknowledged(message) {
      transactions.acknowledged(message);
      for (const listener of acknowledged) listener(message);
    },
    onDrained: () => opened.value.checkpoint(),
  });
  const unsubscribe = center.onReachability((reachable) => {
    if (reachable) courier.resume();
  });

  const stop = new AbortController();
  const onPaper = printer && { db, printer, clock, log };
  const rows = createPrintStore(db, clock, log);
  settleTransactions(transactions, (transactionId) => printOnDisk(rows.ofTransaction(transactionId)));
  let tellSettled = (): void => undefined;
  const onSettled = ({ transactionId }: PrintRow, outcome: PrintOutcome): void => {
    printSettled(transactions, transactionId, outcome);
    tellSettled();
  };
  const settling = onPaper && settlePrints({ ...onPaper, stop: stop.signal, onSettled });
  const prints = onPaper && endingWithTheirs(createPrintService({ ...onPaper, stop: stop.signal, onSettled }));
  courier.start();
  const forgetDaily = (): void => {
    forgetOld({ db, clock, log });
    cancelForgetting = clock.after(FORGET_INTERVAL_MS, forgetDaily);
  };
  let cancelForgetting = (): void => undefined;
  forgetDaily();
  const retryAtTimes = (): void => {
    cancelRetrying = clock.after(RETRY_REFUSED_INTERVAL_MS, () => {
      courier.retryRefused();
      retryAtTimes();
    });
  };
  let cancelRetrying = (): void => undefined;
  retryAtTimes();

  return {
    store: { db, sealer, followsLost },
    queued: () => courier.wake(),
    onAcknowledged: (listener) => void acknowledged.push(listener),
    transactions,
    prints,
    onSettled(listener) {
      tellSettled = listener;
    },
    async close() {
      unsubscribe();
      cancelForgetting();
      cancelRetrying();
      stop.abort();
      await Promise.all([settling, prints?.ended()]);
      await courier.stop();
      opened.value.close();
    },
  };
}
