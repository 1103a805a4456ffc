import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, sleep } from '../clock.ts';
import type { WireOpener } from '../transport/wire.ts';
import { type Connection, createConnection } from './connection.ts';
import { askAllStatus, recoverPrinter } from './conversation.ts';
import { type EncodedReceipt, type EncodeOptions, encodeReceipt } from './encode.ts';
import { clearBuffers } from './escpos.ts';
import { completionLimitMs, SETTLE_MS, STATUS_POLL_INTERVAL_MS } from './limits.ts';
import type { ReceiptDocument, ReceiptFailure, ReceiptPrinter, ReceiptStatus } from './receipt.ts';
import { receiptStatus, refusalOf } from './status.ts';

export interface EscposPrinterOptions extends EncodeOptions {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the wire, for the deadline only. */
  readonly baudRate?: number;
}

/**
 * An ESC/POS receipt printer on a serial wire. Calls wait for each other; each ends within a bounded time and none throws for
 * anything that a printer or cable can do. `print` is ok only after the printer answered the `GS r` that ends the receipt.
 */
export function createEscposPrinter(options: EscposPrinterOptions): ReceiptPrinter {
  const { opener, clock, log, baudRate = 115_200 } = options;
  let connection: Connection | undefined;
  let online: boolean | undefined;
  let silentBefore = false;
  /** A receipt may be left in the printer: after a failure, and at the start, for nobody knows how the last process ended. */
  let leftover = true;
  let turn: Promise<unknown> = Promise.resolve();

  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };

  async function drop(): Promise<void> {
    const old = connection;
    connection = undefined;
    await old?.close();
  }

  async function connected(): Promise<Connection | undefined> {
    if (connection?.alive()) return connection;
    await drop();
    const opened = await opener.open();
    if (!opened.ok) return undefined;
    connection = createConnection(opened.value, clock, log);
    if (silentBefore) await sleep(clock, SETTLE_MS);
    return connection;
  }

  /** Asks on the open wire, and once more on a new one: a port that went and came back may not have said so. */
  async function look(): Promise<ReceiptStatus | undefined> {
    for (const _attempt of ['open wire', 'new wire']) {
      const wire = await connected();
      const answers = wire && (await askAllStatus(wire));
      silentBefore = answers === undefined;
      if (answers !== undefined) {
        if (online !== true) log('device-online', { device: 'receipt' });
        online = true;
        return receiptStatus(answers);
      }
      await drop();
    }
    if (online !== false) log('device-offline', { device: 'receipt', code: 'receipt.offline' });
    online = false;
    return undefined;
  }

  /** After the whole receipt was handed over: its end, or why there will be none. */
  async function followToEnd(wire: Connection, answer: Promise<number | undefined>): Promise<ReceiptFailure | null> {
    let seen: ReceiptFailure | null = null;
    for (;;) {
      const ended = await Promise.race([answer.then(() => true), sleep(clock, STATUS_POLL_INTERVAL_MS)]);
      if (ended) break;
      const bytes = await askAllStatus(wire);
      const trouble = bytes === undefined ? null : refusalOf(receiptStatus(bytes));
      // Twice in a row: the answer may be on its way while the end of the roll shows.
      if (trouble !== null && trouble === seen) return trouble;
      seen = trouble;
    }
    const sensor = await answer;
    if (sensor === undefined) return (await reasonNow()) ?? 'receipt.offline';
    return (sensor & 0x0c) === 0 ? null : 'receipt.paperOut';
  }

  async function reasonNow(): Promise<ReceiptFailure | null> {
    const status = await look();
    return status === undefined ? 'receipt.offline' : refusalOf(status);
  }

  async function printNow(receipt: EncodedReceipt): Promise<ReceiptFailure | null> {
    const refusal = await reasonNow();
    const wire = connection;
    if (refusal !== null) return refusal;
    if (wire === undefined) return 'receipt.offline';
    if (leftover) {
      log('device-recovery', { device: 'receipt', step: 'clear' });
      if (!(await recoverPrinter(wire))) {
        await drop();
        return (await reasonNow()) ?? 'receipt.offline';
      }
    }
    leftover = true;
    const answer = wire.next('queued', completionLimitMs(receipt, baudRate));
    const failure = (await wire.send(receipt.bytes))
      ? await followToEnd(wire, answer)
      : ((await dropThenLook()) ?? 'receipt.offline');
    if (failure === null) {
      leftover = false;
      return null;
    }
    // Now, while it stands still: new paper must not bring out the rest of this receipt before somebody else.
    if (connection?.alive()) await connection.send(clearBuffers());
    await drop();
    return failure;
  }

  async function dropThenLook(): Promise<ReceiptFailure | null> {
    await drop();
    return reasonNow();
  }

  return {
    status: () =>
      exclusive(async (): Promise<Result<ReceiptStatus, ReceiptFailure>> => {
        const status = await look();
        return status === undefined ? err('receipt.offline') : ok(status);
      }),
    print: (receipt: ReceiptDocument) =>
      exclusive(async (): Promise<Result<void, ReceiptFailure>> => {
        const failure = await printNow(await encodeReceipt(receipt, options));
        if (failure !== null) return err(failure);
        return ok(undefined);
      }),
    close: () => exclusive(drop),
  };
}
