import type { CoreProcess, Environment, ProcessExit, StartCore } from './core-process.ts';
import { EXIT_WRONG_CONFIG, readCoreMessage } from './core-protocol.ts';
import { RestartBudget } from './restart-budget.ts';
import { type ShellClock, shellClock } from './shell-clock.ts';
import { type ShellLog, stderrShellLog } from './shell-log.ts';

/** No word for so long after it was ready: the core hangs and is ended. */
export const SILENCE_LIMIT_MS = 5000;
/** Of that, the time to hear what is already there. */
const LAST_LOOK_MS = 500;
/**
 * From start to ready, including migrations of the database. Until then silence is no sign: a machine with much to do needs longer
 * than `SILENCE_LIMIT_MS` to load the program, and would be ended again and again.
 */
export const START_LIMIT_MS = 30_000;
/** After so many failed starts in a row another program may have taken the port: any free one will do. */
export const FAILED_STARTS_BEFORE_NEW_PORT = 3;
/** Time the core has to finish its writes when told to stop. */
export const STOP_LIMIT_MS = 3500;

export interface SupervisorOptions {
  readonly startCore: StartCore;
  readonly environment: Environment;
  /** Called at every start of the core; the address stays the same over restarts. */
  readonly onReady: (url: string) => void;
  /** The core is gone and will be started again. */
  readonly onDown?: () => void;
  /** The core said that its configuration is wrong; it is not started again. */
  readonly onGivenUp?: (exit: ProcessExit) => void;
  readonly clock?: ShellClock;
  readonly log?: ShellLog;
}

/** Starts the core, watches it, and starts it again when it ends or falls silent. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #clock: ShellClock;
  readonly #log: ShellLog;
  readonly #budget: RestartBudget;
  #core: CoreProcess | null = null;
  /** 0 the first time (any free port); then the port that the page already knows. */
  #port = '0';
  /** Starts in a row that never became ready. */
  #failedStarts = 0;
  /** The present core was ready once. */
  #ready = false;
  #stopping = false;
  #cancelSilence = (): void => undefined;
  #cancelStart = (): void => undefined;
  #cancelRestart = (): void => undefined;
  #stopped = (): void => undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#clock = options.clock ?? shellClock;
    this.#log = options.log ?? stderrShellLog;
    this.#budget = new RestartBudget(this.#clock);
  }

  /** The core that runs now. */
  get pid(): number | undefined {
    return this.#core?.pid;
  }

  start(): void {
    const core = this.#options.startCore({ ...this.#options.environment, TONGBAN_PORT: this.#port });
    this.#core = core;
    this.#failedStarts += 1;
    core.onMessage((raw) => this.#heard(core, raw));
    core.onExit((exit) => this.#ended(exit));
    this.#ready = false;
    this.#cancelStart = this.#clock.after(START_LIMIT_MS, () => this.#silent(core));
  }

  /** Tells the core to end, ends it by force after `STOP_LIMIT_MS`; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cancelRestart();
    const core = this.#core;
    if (!core) return;
    const gone = new Promise<void>((resolve) => {
      this.#stopped = resolve;
    });
    core.send({ kind: 'stop' });
    const cancel = this.#clock.after(STOP_LIMIT_MS, () => core.kill());
    await gone;
    cancel();
  }

  #heard(core: CoreProcess, raw: unknown): void {
    const message = readCoreMessage(raw);
    if (core !== this.#core || !message) return;
    if (message.kind === 'ready') this.#ready = true;
    if (this.#ready) this.#watchSilence(core);
    if (message.kind !== 'ready') return;
    this.#cancelStart();
    this.#failedStarts = 0;
    this.#port = new URL(message.url).port;
    this.#options.onReady(message.url);
  }

  #watchSilence(core: CoreProcess): void {
    this.#cancelSilence();
    // In two parts: after a stall of the whole machine the first timer is late, and words that wait are heard before the second.
    this.#cancelSilence = this.#clock.after(SILENCE_LIMIT_MS - LAST_LOOK_MS, () => {
      this.#cancelSilence = this.#clock.after(LAST_LOOK_MS, () => this.#silent(core));
    });
  }

  #silent(core: CoreProcess): void {
    this.#log('shell-child-silent', { process: 'core' });
    core.kill();
  }

  #ended(exit: ProcessExit): void {
    this.#core = null;
    this.#cancelSilence();
    this.#cancelStart();
    if (this.#stopping) {
      this.#stopped();
      return;
    }
    this.#log('shell-child-exit', { process: 'core', exitCode: exit.code, signal: exit.signal });
    if (exit.code === EXIT_WRONG_CONFIG) {
      this.#options.onGivenUp?.(exit);
      return;
    }
    this.#options.onDown?.();
    if (this.#failedStarts >= FAILED_STARTS_BEFORE_NEW_PORT) this.#port = '0';
    const { delayMs, safeMode } = this.#budget.next();
    if (safeMode) this.#log('shell-safe-mode', { process: 'core', delayMs });
    this.#cancelRestart = this.#clock.after(delayMs, () => this.start());
  }
}
