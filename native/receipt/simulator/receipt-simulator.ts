import type { Clock } from '../../clock.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import { paperSensorStatus, type ReceiptCondition, realTimeStatus, standsStill } from './conditions.ts';
import { createInterpreter } from './interpreter.ts';
import { createLineCounter } from './line-counter.ts';
import { createRealTimeFilter } from './real-time-filter.ts';
import { createReceiveBuffer } from './receive-buffer.ts';
import { renderStrip } from './render-strip.ts';
import { BuffersCleared, createWaitingRoom } from './waiting-room.ts';

export type { ReceiptCondition } from './conditions.ts';

/** A piece of paper that was cut off, as picture and as text (`[图 …]` for images, `[二维码 …]` for native codes). */
export interface SimulatedReceipt {
  readonly png: Buffer;
  readonly text: string;
}

export interface ReceiptSimulator {
  /** Sets or clears a condition; `afterLines`: once so many more lines or images are printed. */
  set(condition: ReceiptCondition, on: boolean, afterLines?: number): void;
  conditions(): readonly ReceiptCondition[];
  /** Called for every receipt that is cut off, before its `GS r` is answered. Answers how to stop listening. */
  onReceipt(listener: (receipt: SimulatedReceipt) => void): () => void;
  /** Resolves once so many lines and images in all were printed and the next begins. */
  whenPrinted(lines: number): Promise<void>;
  /** Bytes so far that belong to no command or character this printer knows. */
  unknownBytes(): number;
  /** Stops printing; the port is the caller's to close. */
  close(): Promise<void>;
}

export interface ReceiptSimulatorOptions {
  readonly port: SimulatedPort;
  readonly clock: Clock;
  readonly widthDots: 576 | 384;
  /** Font files in order of preference: what the printer has in its ROM. */
  readonly fonts: readonly string[];
  /** How long a line or an image takes on paper. */
  readonly printMsPerLine: number;
  /** What it says to GS I; null: like many printers it does not know that command, and takes no notice. */
  readonly maker?: string | null;
}

const CLOSED = -1;

/** The other end of the wire: a receipt printer that interprets bytes as they come and behaves as paper, cover and cutter are. */
export function createReceiptSimulator(options: ReceiptSimulatorOptions): ReceiptSimulator {
  const { port, clock, widthDots, fonts, printMsPerLine, maker = 'SIMULATOR' } = options;
  const conditions = new Set<ReceiptCondition>();
  const planned = new Map<ReceiptCondition, () => void>();
  const listeners = new Set<(receipt: SimulatedReceipt) => void>();
  const room = createWaitingRoom();
  const lines = createLineCounter();
  const buffer = createReceiveBuffer();
  let unknown = 0;
  let closed = false;

  const say = (...bytes: number[]): void => {
    if (!conditions.has('silent')) port.send(Uint8Array.from(bytes));
  };
  const stopped = (): boolean => standsStill(conditions) || conditions.has('silent');
  const running = (): true | undefined => (closed || !stopped() ? true : undefined);

  function clearBuffers(): void {
    buffer.clear();
    interpreter.clearLine();
    room.interrupt();
  }

  function begin(condition: ReceiptCondition): void {
    conditions.add(condition);
    // Without power nothing is kept but what is on the paper.
    if (condition === 'silent') clearBuffers();
  }

  const interpreter = createInterpreter(
    {
      async nextByte() {
        const byte = await room.until(() => (closed ? CLOSED : buffer.peek()));
        if (byte === CLOSED) throw new BuffersCleared();
        buffer.drop();
        return byte;
      },
      async advance() {
        lines.count();
        await room.until(running);
        let moved = printMsPerLine === 0;
        clock.after(printMsPerLine, () => {
          moved = true;
          room.poke();
        });
        await room.until(() => (closed || moved ? true : undefined));
      },
      async cut(strip) {
        const receipt = { png: await renderStrip(strip, widthDots, fonts), text: strip.textLines.join('\n') };
        for (const listener of listeners) listener(receipt);
      },
      answerQueued: (n) => say(n === 1 || n === 49 ? paperSensorStatus(conditions) : 0),
      answerIdentity(n) {
        if (n === 66 && maker !== null) say(0x5f, ...Buffer.from(maker, 'ascii'), 0x00);
      },
      unknown(bytes) {
        unknown += bytes;
      },
    },
    widthDots,
  );

  async function work(): Promise<void> {
    while (!closed) {
      try {
        await room.until(running);
        await interpreter.step();
      } catch (interruption) {
        if (!(interruption instanceof BuffersCleared)) throw interruption;
      }
    }
  }

  const filter = createRealTimeFilter({
    status: (n) => say(realTimeStatus(n, conditions)),
    recover(n) {
      // It recovers from an error; a printer without one goes on as before.
      if (n === 2 && standsStill(conditions)) clearBuffers();
    },
    data: buffer.push,
  });
  port.onReceive((bytes) => {
    if (closed || conditions.has('silent')) return;
    filter.push(bytes);
    room.poke();
  });
  const working = work();

  return {
    set(condition, on, afterLines = 0) {
      planned.get(condition)?.();
      if (!on) conditions.delete(condition);
      else if (afterLines > 0)
        planned.set(
          condition,
          lines.at(lines.total() + afterLines, () => begin(condition)),
        );
      else begin(condition);
      room.poke();
    },
    conditions: () => [...conditions],
    onReceipt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenPrinted: (count) =>
      new Promise((tell) => {
        if (lines.total() > count) tell();
        else lines.at(count, tell);
      }),
    unknownBytes: () => unknown,
    async close() {
      closed = true;
      room.poke();
      await working;
    },
  };
}
