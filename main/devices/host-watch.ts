import type { Clock } from '../../native/clock.ts';
import type { CoreToHost, HostToCore } from './host-protocol.ts';
import type { HostExit, HostProcess, StartHost } from './host-starter.ts';
import { nextRestartWaitMs } from './restart-pace.ts';

/** No word for so long: the driver hangs, and its process is ended. */
export const HOST_SILENCE_LIMIT_MS = 5_000;
/** From start to the first word; a machine that has just been switched on is slow. */
export const HOST_START_LIMIT_MS = 20_000;
/** The last part of a limit. It begins only when this process runs: what a host said while it did not is heard in it. */
export const HOST_LAST_LOOK_MS = 250;
/** What a driver may take to stop in order. */
export const HOST_STOP_LIMIT_MS = 1_500;

export interface HostWatchParts {
  readonly startHost: StartHost;
  readonly clock: Clock;
  /** Sent first to every process. */
  readonly greeting: CoreToHost;
  readonly onMessage: (message: HostToCore) => void;
  /** The process is gone and will be started again; `hung`: it was ended because it said nothing. */
  readonly onGone: (exit: HostExit, hung: boolean) => void;
}

/** Keeps one host running: starts it, listens for its word, ends it when it hangs, starts it again. */
export interface HostWatch {
  start(): void;
  /** The process that is running now; undefined between two. */
  current(): HostProcess | undefined;
  /** Resolves when it has ended, in order or by force; may be asked again. */
  stop(): Promise<void>;
}

export function createHostWatch({ startHost, clock, greeting, onMessage, onGone }: HostWatchParts): HostWatch {
  let host: HostProcess | undefined;
  let lastWaitMs: number | undefined;
  let stopping = false;
  let cancelSilence = (): void => undefined;
  let cancelRestart = (): void => undefined;
  let stopped: Promise<void> | undefined;
  let tellStopped: (() => void) | undefined;

  const start = (): void => {
    const mine = startHost();
    const startedAtMs = clock.now();
    let hung = false;
    host = mine;
    const expectWordWithin = (limitMs: number): void => {
      cancelSilence();
      cancelSilence = clock.after(limitMs - HOST_LAST_LOOK_MS, () => {
        cancelSilence = clock.after(HOST_LAST_LOOK_MS, () => {
          hung = true;
          mine.kill();
        });
      });
    };
    mine.onMessage((message) => {
      if (host !== mine) return;
      if (!stopping) expectWordWithin(HOST_SILENCE_LIMIT_MS);
      onMessage(message);
    });
    mine.onExit((exit) => {
      cancelSilence();
      host = undefined;
      if (stopping) return tellStopped?.();
      onGone(exit, hung);
      lastWaitMs = nextRestartWaitMs(lastWaitMs, clock.now() - startedAtMs);
      cancelRestart = clock.after(lastWaitMs, start);
    });
    expectWordWithin(HOST_START_LIMIT_MS);
    mine.send(greeting);
  };

  const stop = async (): Promise<void> => {
    stopping = true;
    cancelRestart();
    cancelSilence();
    const ending = host;
    if (!ending) return;
    const gone = new Promise<void>((resolve) => {
      tellStopped = resolve;
    });
    ending.send({ type: 'stop' });
    const cancel = clock.after(HOST_STOP_LIMIT_MS, () => ending.kill());
    await gone;
    cancel();
  };

  return {
    start,
    current: () => host,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
