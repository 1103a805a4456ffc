import { standsStill } from './conditions.ts';
import { createInterpreter } from './interpreter.ts';
import { createLineCounter } from './line-counter.ts';
import { PRINTER_MODELS, type PrinterModel } from './models.ts';
import { createPlannedConditions } from './planned-conditions.ts';
import { createRealTimeFilter } from './real-time-filter.ts';
import { createReceiveBuffer } from './receive-buffer.ts';
import { renderStrip } from './render-strip.ts';
import type { ReceiptSimulator, ReceiptSimulatorOptions, SimulatedReceipt } from './simulated-printer.ts';
import { createStatusVoice } from './status-voice.ts';
import { BuffersCleared, createWaitingRoom } from './waiting-room.ts';

export type { ReceiptCondition } from './conditions.ts';
export type * from './simulated-printer.ts';

const CLOSED = -1;

/** The other end of the wire: a receipt printer that interprets bytes as they come and behaves as paper, cover and cutter are. */
export function createReceiptSimulator(options: ReceiptSimulatorOptions): ReceiptSimulator {
  const { port, clock, widthDots, fonts, printMsPerLine } = options;
  const { maker, ...known } = options.model ?? PRINTER_MODELS.epson;
  const model: PrinterModel = { ...known, maker: options.maker === undefined ? maker : options.maker };
  const listeners = new Set<(receipt: SimulatedReceipt) => void>();
  const room = createWaitingRoom();
  const lines = createLineCounter();
  const planned = createPlannedConditions(lines, (condition, on) => {
    // Without power nothing is kept but what is on the paper.
    if (condition === 'silent' && on) {
      clearBuffers();
      voice.enableReports(0);
    } else voice.changed();
    room.poke();
  });
  const conditions = planned.now;
  const buffer = createReceiveBuffer();
  let unknown = 0;
  let closed = false;
  let moving = false;
  let ticketInMouth = false;

  const voice = createStatusVoice({
    model,
    conditions,
    mechanics: () => ({ moving, ticketInMouth, spooling: buffer.peek() !== undefined }),
    say: (bytes) => {
      if (!conditions.has('silent')) port.send(Uint8Array.from(bytes));
    },
  });
  const stopped = (): boolean => standsStill(conditions) || conditions.has('silent');
  const running = (): true | undefined => (closed || !stopped() ? true : undefined);

  function clearBuffers(): void {
    buffer.clear();
    interpreter.clearLine();
    room.interrupt();
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
        moving = true;
        let moved = printMsPerLine === 0;
        clock.after(printMsPerLine, () => {
          moved = true;
          room.poke();
        });
        await room.until(() => (closed || moved ? true : undefined));
        moving = false;
      },
      async cut(strip) {
        const receipt = { png: await renderStrip(strip, widthDots, fonts), text: strip.textLines.join('\n') };
        for (const listener of listeners) listener(receipt);
        ticketInMouth = true;
        voice.changed();
      },
      answerQueued: voice.queued,
      answerIdentity: voice.identity,
      enableReports: voice.enableReports,
      unknown(bytes) {
        unknown += bytes;
      },
    },
    model,
    widthDots,
  );

  async function work(): Promise<void> {
    while (!closed) {
      try {
        await room.until(running);
        await interpreter.step();
      } catch (interruption) {
        if (!(interruption instanceof BuffersCleared)) throw interruption;
        moving = false;
      }
    }
  }

  const filter = createRealTimeFilter({
    knows: (n) => model.realTime.includes(n),
    status: voice.realTime,
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
    set: (condition, on, afterLines = 0) => planned.set(condition, on, afterLines),
    conditions: () => [...conditions],
    takeTicket() {
      ticketInMouth = false;
      voice.changed();
    },
    onReceipt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenPrinted: (count) =>
      new Promise((tell) => {
        if (lines.total() > count) tell();
        else lines.at(count, tell);
      }),
    reportsEnabled: voice.timesEnabled,
    unknownBytes: () => unknown,
    async close() {
      closed = true;
      room.poke();
      await working;
    },
  };
}
