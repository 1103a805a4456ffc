import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthReport } from '../../contract/device-health.ts';
import type { LogEventId, LogFields } from '../../contract/log-events.ts';
import { systemClock } from '../clock.ts';
import { type FaultyPort, faultyPort } from '../simulation/faulty-port.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { serialPortOpener } from '../transport/serial-port.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import type { WireOpener } from '../transport/wire.ts';
import { tapPort } from '../transport/wire-tap.ts';
import type { BoardProtocol } from './board-protocol.ts';
import { createLockboard, type RunningLockboard } from './create-lockboard.ts';
import type { LockerEvent } from './lockboard.ts';
import { createCabinet, type SimulatedCabinet } from './simulator/cabinet.ts';
import type { SimulatedFamily } from './simulator/simulated-family.ts';
import { createSimulatedLine, type SimulatedBoardPlace, type SimulatedLine } from './simulator/simulated-line.ts';

/** For tests: a real lockboard and a simulated cabinet at the two ends of a real pseudo-terminal. */
export interface LockboardTestRig {
  readonly lockboard: RunningLockboard;
  readonly cabinet: SimulatedCabinet;
  readonly line: SimulatedLine;
  readonly port: FaultyPort;
  /** Frames from the host as they arrived, hex; chunks are whole frames here. */
  readonly asked: readonly string[];
  readonly events: readonly LockerEvent[];
  readonly logged: readonly { readonly id: LogEventId; readonly fields: LogFields }[];
  health(): HealthReport | undefined;
  /** How often a frame was refused for this reason. */
  refused(reason: string): number;
  deviceIs(state: string, limitMs?: number): Promise<void>;
  /** Resolves when this is the first of the reasons. */
  reasonIs(reason: string, limitMs?: number): Promise<void>;
  /** Resolves when a lock is, or was, under current. */
  pulsed(): Promise<void>;
  /** Whether the cable was ever pulled by hand. */
  wasUnplugged(): boolean;
  /** Initials of what all doors are when asked now, `coccu`, or why they cannot be. */
  doors(): Promise<string>;
  /** Resolves when the last event about this cell has this door. */
  doorIs(cell: number, door: string, limitMs?: number): Promise<void>;
  end(): Promise<void>;
}

export interface LockboardTestRigSettings {
  readonly protocol: BoardProtocol;
  readonly family: SimulatedFamily;
  readonly boards: readonly SimulatedBoardPlace[];
  readonly closedIs?: 0 | 1;
  readonly inverted?: readonly number[];
  readonly reports?: boolean;
  readonly pollIntervalMs?: number;
  readonly wrapOpener?: (opener: WireOpener) => WireOpener;
  /** Before the lockboard starts. */
  readonly prepare?: (rig: { cabinet: SimulatedCabinet; line: SimulatedLine; port: FaultyPort }) => void;
  /** By default the rig is handed out when the locker is online. */
  readonly until?: string;
}

export async function startLockboardRig(settings: LockboardTestRigSettings): Promise<LockboardTestRig> {
  const { protocol, family, boards, inverted = [], reports = false, pollIntervalMs = 100 } = settings;
  const clock = systemClock;
  const folder = mkdtempSync(join(tmpdir(), 'tongban-locker-'));
  const asked: string[] = [];
  const terminal: SimulatedPort = await openPseudoTerminal(join(folder, 'locker'));
  let unplugged = false;
  const cable = faultyPort(
    tapPort(terminal, (direction, bytes) => {
      if (direction === 'toDevice') asked.push(Buffer.from(bytes).toString('hex'));
    }),
    { clock },
  );
  const port: FaultyPort = {
    ...cable,
    unplug() {
      unplugged = true;
      return cable.unplug();
    },
  };
  const closedIs = settings.closedIs ?? protocol.closedIs;
  const cells = boards.reduce((sum, board) => sum + board.cells, 0);
  const cabinet = createCabinet({ clock, cells, closedIs, inverted });
  const line = createSimulatedLine({ port, clock, family, cabinet, boards, reports });
  settings.prepare?.({ cabinet, line, port });

  const opener = serialPortOpener({ path: port.path, baudRate: family.baudRate, writeLimitMs: 500 });
  const events: LockerEvent[] = [];
  const logged: { id: LogEventId; fields: LogFields }[] = [];
  let health: HealthReport | undefined;
  const lockboard = createLockboard({
    opener: settings.wrapOpener?.(opener) ?? opener,
    clock,
    log: (id, fields = {}) => logged.push({ id, fields }),
    protocol,
    boards,
    closedIs: settings.closedIs,
    inverted,
    pollIntervalMs,
    emit: (event) => events.push(event),
    report: (report) => {
      health = report;
    },
  });

  const rig: LockboardTestRig = {
    lockboard,
    cabinet,
    line,
    port,
    asked,
    events,
    logged,
    health: () => health,
    refused: (reason) => logged.filter(({ id, fields }) => id === 'wire-refused' && fields.reason === reason).length,
    deviceIs: (state, limitMs = 5000) =>
      eventually(
        limitMs,
        () => health?.state === state,
        () => JSON.stringify(health),
      ),
    doorIs: (cell, door, limitMs = 5000) =>
      eventually(
        limitMs,
        () => events.findLast((event) => event.cell === cell)?.door === door,
        () => JSON.stringify(events.filter((event) => event.cell === cell)),
      ),
    reasonIs: (reason, limitMs = 5000) =>
      eventually(
        limitMs,
        () => health?.reasons[0] === reason,
        () => JSON.stringify(health),
      ),
    pulsed: () =>
      eventually(
        5000,
        () => cabinet.pulses().length > 0,
        () => 'no pulse',
      ),
    wasUnplugged: () => unplugged,
    async doors() {
      const asked = await lockboard.states();
      return asked.ok ? asked.value.map(({ door }) => door[0]).join('') : asked.error;
    },
    async end() {
      await lockboard.stop();
      await port.close();
      rmSync(folder, { recursive: true });
    },
  };
  await rig.deviceIs(settings.until ?? 'online');
  return rig;
}

/** Asks until it holds; throws with what was seen instead. */
export async function eventually(limitMs: number, holds: () => boolean, seen: () => string): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms; ${seen()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
