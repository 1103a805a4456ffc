import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { createPause } from '../pause.ts';
import { createRecovery } from '../transport/recovery-ladder.ts';
import type { WireFailure, WireOpener } from '../transport/wire.ts';
import type { BoardPresence } from './board-presence.ts';
import type { BoardProtocol, BoardReply } from './board-protocol.ts';
import { createBoardWatch } from './board-watch.ts';
import { createLockerBus, type LockerBus } from './bus.ts';
import type { Board } from './cells.ts';
import { createLockPulses } from './lock-pulses.ts';
import { LOCKER_RECOVERY, SILENT_ROUND_INTERVAL_MS } from './locker-recovery.ts';

/** Keeps a bus with boards that answer, and goes round through them. */
export interface LockerLink {
  /** The bus in use; `undefined` while there is none. */
  bus(): LockerBus | undefined;
  /** Why there is no wire; `undefined`: there is one. */
  failure(): WireFailure | undefined;
  /** Before the first outcome of anything. */
  isFresh(): boolean;
  stopped(): boolean;
  start(): void;
  stop(): Promise<void>;
}

export interface LockerLinkSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly protocol: BoardProtocol;
  readonly boards: readonly Board[];
  readonly presence: BoardPresence;
  readonly pollIntervalMs: number;
  readonly onEvidence: (evidence: string) => void;
  readonly onReport: (report: Extract<BoardReply, { kind: 'report' }>) => void;
}

export function createLockerLink(settings: LockerLinkSettings): LockerLink {
  const { opener, clock, log, protocol, boards, presence, pollIntervalMs, onEvidence, onReport } = settings;
  const pause = createPause(clock);
  const pulses = createLockPulses(clock, pause.stopped);
  const watch = createBoardWatch({ boards, presence, clock });
  let bus: LockerBus | undefined;
  let failure: WireFailure | undefined;
  let fresh = true;
  const recovery = createRecovery({ plan: LOCKER_RECOVERY, device: 'locker', clock, log });
  let running: Promise<void> | undefined;

  const lose = (evidence: string): void => {
    fresh = false;
    presence.lostAll();
    onEvidence(evidence);
  };
  const open = async (): Promise<void> => {
    const opened = await opener.open();
    if (!opened.ok) {
      failure = opened.error;
      return lose(opened.error);
    }
    const wire = opened.value;
    if (pause.stopped()) return wire.close();
    failure = undefined;
    // A wire can end before anybody listens: then it says so while the bus is still being made.
    let made: LockerBus | undefined;
    const onClosed = (): void => {
      if (made) ended(made);
    };
    made = createLockerBus({ wire, protocol, clock, log, pulses, onReport, onClosed });
    bus = made;
    // Nothing waits that would have to be woken: the climb that follows waits its time.
    if (!made.isOpen()) gone();
  };
  const gone = (): void => {
    bus = undefined;
    failure = 'portGone';
    lose('portGone');
  };
  const ended = (which: LockerBus): void => {
    // A wire that was given up here is no news.
    if (bus !== which) return;
    bus = undefined;
    if (pause.stopped()) return;
    gone();
    pause.wake();
  };
  const round = async (): Promise<boolean> => {
    const asked = bus;
    if (!asked || (await watch.round(asked)) === 'silent' || !asked.isOpen()) return false;
    fresh = false;
    recovery.well();
    return true;
  };
  const climb = async (): Promise<void> => {
    const { step, waitMs } = recovery.climb(bus?.isOpen() ? 'retry' : 'reopen');
    if (step !== 'retry') {
      const dropped = bus;
      bus = undefined;
      await dropped?.close();
    }
    await pause.wait(waitMs);
  };
  const roundIntervalMs = (): number => {
    const allOnline = boards.every(presence.isOnline);
    return allOnline ? pollIntervalMs : Math.min(pollIntervalMs, SILENT_ROUND_INTERVAL_MS);
  };
  const run = async (): Promise<void> => {
    while (!pause.stopped()) {
      if (!bus) await open();
      const heard = await round();
      if (pause.stopped()) break;
      if (heard) {
        await pause.wait(roundIntervalMs());
        continue;
      }
      if (bus) lose('no board answers');
      await climb();
    }
    await bus?.close();
  };

  return {
    bus: () => bus,
    failure: () => failure,
    isFresh: () => fresh,
    stopped: pause.stopped,
    start() {
      running = run();
    },
    async stop() {
      pause.stop();
      await bus?.close();
      await running;
    },
  };
}
