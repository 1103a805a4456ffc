import type { CoreProcess, Environment, ProcessExit } from '../core-process.ts';
import type { ShellToCore } from '../core-protocol.ts';
import type { ShellClock } from '../shell-clock.ts';

/** A core whose every move a test makes by hand. */
export class CoreDouble implements CoreProcess {
  readonly pid = 1;
  readonly environment: Environment;
  readonly received: ShellToCore[] = [];
  killed = false;
  #heard: (raw: unknown) => void = () => undefined;
  #ended: (exit: ProcessExit) => void = () => undefined;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  send(message: ShellToCore): void {
    this.received.push(message);
  }

  onMessage(listener: (raw: unknown) => void): void {
    this.#heard = listener;
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#ended = listener;
  }

  kill(): void {
    this.killed = true;
    this.end({ code: null, signal: 'SIGKILL' });
  }

  say(raw: unknown): void {
    this.#heard(raw);
  }

  end(exit: ProcessExit): void {
    this.#ended(exit);
  }
}

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** Time that passes only when told to. */
export class ClockDouble implements ShellClock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(delayMs: number, call: () => void): () => void {
    const timer = { at: this.#now + delayMs, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets so much time pass, calling what falls due in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter((timer) => timer.at <= end).sort((left, right) => left.at - right.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = due.at;
      due.call();
    }
    this.#now = end;
  }
}
