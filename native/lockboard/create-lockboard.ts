import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceState } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { WireOpener } from '../transport/wire.ts';
import { createAim } from './aim.ts';
import { createBoardPresence } from './board-presence.ts';
import type { BoardProtocol } from './board-protocol.ts';
import { createCellStates } from './cell-states.ts';
import { type Board, createCellPlan } from './cells.ts';
import type { Lockboard, LockerEvent } from './lockboard.ts';
import { lockerHealth } from './locker-health.ts';
import { createLockerLink } from './locker-link.ts';
import { createDoorOpener } from './open-door.ts';

export interface LockboardSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly protocol: BoardProtocol;
  readonly boards: readonly Board[];
  /** What a line says while its door is closed; absent: as usual in the family. */
  readonly closedIs?: 0 | 1 | undefined;
  readonly inverted: readonly number[];
  /** Whether what boards say of the inside of cells is believed; absent: yes, where the family says anything. */
  readonly itemSensors?: boolean | undefined;
  /** Between two rounds through all boards. */
  readonly pollIntervalMs: number;
  readonly emit: (event: LockerEvent) => void;
  readonly report: (health: HealthReport) => void;
}

/** After this no further board is asked: those that answer take far less, so that only cells of silent ones stay unknown. */
export const STATES_LIMIT_MS = 10_000;

/** A lockboard that watches its doors until it is stopped. */
export interface RunningLockboard extends Lockboard {
  stop(): Promise<void>;
}

/**
 * A bank of lockers on boards of one family. The first reading of a door is told as an event too; a door whose board is lost is
 * told `unknown`. A line without any answer is offline within 2 s and opened anew; a board that comes back is used within 3 s.
 */
export function createLockboard(settings: LockboardSettings): RunningLockboard {
  const { opener, clock, log, protocol, boards, inverted, pollIntervalMs, emit, report } = settings;
  const plan = createCellPlan({ boards, inverted, closedIs: settings.closedIs ?? protocol.closedIs });
  const states = createCellStates(plan, emit, settings.itemSensors ?? true);
  let evidence = 'nothing asked yet';
  let said: DeviceState = 'starting';

  const publish = (): void => {
    const health = lockerHealth({
      wireFailure: link.failure(),
      starting: link.isFresh(),
      boards: boards.map((board) => ({ board, state: presence.state(board) })),
      openDoors: states.openDoors(),
      evidence,
    });
    if (health.state !== said) {
      if (health.state === 'online') log('device-online', { device: 'locker' });
      else log('device-offline', { device: 'locker', code: 'locker.offline' });
    }
    said = health.state;
    report(health);
  };
  const onEvidence = (text: string): void => {
    evidence = text;
    publish();
  };
  const presence = createBoardPresence({ boards, states, clock, onEvidence });
  const link = createLockerLink({
    opener,
    clock,
    log,
    protocol,
    boards,
    presence,
    pollIntervalMs,
    onEvidence,
    onReport: (told) => {
      states.reported(told);
      onEvidence(`board ${told.address}: report of channel ${told.channel + 1}`);
    },
  });
  const aim = createAim({ plan, states, presence, clock, bus: link.bus });
  const open = createDoorOpener({
    plan,
    states,
    presence,
    clock,
    onEvidence,
    bus: link.bus,
    stopped: link.stopped,
    aimHolds: aim.holds,
  });
  publish();
  link.start();

  return {
    open,
    async states() {
      const notAfterMs = clock.now() + STATES_LIMIT_MS;
      const online = boards.filter(presence.isOnline);
      const others = boards.filter((board) => !presence.isOnline(board));
      let answered = false;
      for (const board of [...online, ...others]) {
        const bus = link.bus();
        if (!bus) break;
        const ask = online.includes(board) ? presence.askTwice : presence.ask;
        if (await ask(bus, board, notAfterMs)) answered = true;
      }
      return answered ? ok(states.all()) : err('locker.offline');
    },
    aim: aim.at,
    async stop() {
      aim.stop();
      await link.stop();
    },
  };
}
