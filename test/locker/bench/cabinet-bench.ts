import { err, ok, type Result } from '../../../contract/result.ts';
import { createCabinet, type SimulatedCabinet } from '../../../native/lockboard/simulator/cabinet.ts';
import { createSimulatedLine, type SimulatedLine } from '../../../native/lockboard/simulator/simulated-line.ts';
import type { SimulatedPort } from '../../../native/transport/simulated-port.ts';
import type { Wire, WireFailure, WireOpener } from '../../../native/transport/wire.ts';
import type { DrillClock } from './drill-clock.ts';
import type { BenchFamily } from './families.ts';
import type { Life } from './life.ts';

/** The steel: doors, locks, boards and their cable. It outlives every process that speaks to it. */
export interface CabinetBench {
  readonly cabinet: SimulatedCabinet;
  readonly line: SimulatedLine;
  /** The end of the cable for one process; whoever opens it last has it. */
  openerFor(life: Life): WireOpener;
  /** Boards without power, all of them. */
  setDead(on: boolean): void;
  /** The cable pulled out, and put back. */
  setPlugged(on: boolean): void;
}

interface OpenWire {
  readonly life: Life;
  deliver(bytes: Uint8Array): void;
  end(): void;
}

/** `onPulse`: a lock comes under current, whatever its door then does. */
export function createCabinetBench(
  clock: DrillClock,
  family: BenchFamily,
  onPulse: (cell: number) => void,
): CabinetBench {
  const { simulated, boards, reports, protocol } = family;
  const cells = boards.reduce((sum, board) => sum + board.cells, 0);
  const steel = createCabinet({ clock, cells, closedIs: protocol.closedIs });
  const cabinet: SimulatedCabinet = {
    ...steel,
    pulse(cell, pulseMs) {
      onPulse(cell);
      steel.pulse(cell, pulseMs);
    },
  };
  let plugged = true;
  let open: OpenWire | undefined;
  let receive: ((bytes: Uint8Array) => void) | undefined;

  const openWire = (life: Life): Wire => {
    let onData: ((bytes: Uint8Array) => void) | undefined;
    let onClose: (() => void) | undefined;
    let closed = false;
    const wire: OpenWire = {
      life,
      deliver: (bytes) => (life.isOver() ? undefined : onData?.(bytes)),
      end() {
        if (closed) return;
        closed = true;
        if (open === wire) open = undefined;
        if (!life.isOver()) onClose?.();
      },
    };
    open = wire;
    return {
      async write(bytes): Promise<Result<void, WireFailure>> {
        if (closed || life.isOver()) return err('portGone');
        receive?.(bytes.slice());
        return ok(undefined);
      },
      onData(listener) {
        onData = listener;
      },
      onClose(listener) {
        onClose = listener;
        if (closed) listener();
      },
      async close() {
        wire.end();
      },
    };
  };
  const unplug = (): void => {
    plugged = false;
    open?.end();
  };
  const port: SimulatedPort = {
    path: 'bench',
    send: (bytes) => open?.deliver(bytes.slice()),
    onReceive(listener) {
      receive = listener;
    },
    async unplug() {
      unplug();
    },
    async plug() {
      plugged = true;
    },
    async close() {
      unplug();
    },
  };
  const line = createSimulatedLine({ port, clock, family: simulated, cabinet, boards, reports });
  return {
    cabinet,
    line,
    openerFor: (life) => ({
      async open() {
        if (!plugged) return err('portMissing');
        // The system lets go of a port when its process ends.
        if (open && !open.life.isOver()) return err('portBusy');
        return ok(openWire(life));
      },
    }),
    setDead(on) {
      for (const { address } of boards) line.setMissing(address, on);
    },
    setPlugged(on) {
      if (on) plugged = true;
      else unplug();
    },
  };
}
