import type { ShellToCore } from './core-protocol.ts';

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A running core, whatever kind of process it is: a child of Node, or Electron's utility process. */
export interface CoreProcess {
  readonly pid: number | undefined;
  send(message: ShellToCore): void;
  /** Raw messages; the supervisor checks them. */
  onMessage(listener: (raw: unknown) => void): void;
  /** Called exactly once, also when the process could not be started at all. */
  onExit(listener: (exit: ProcessExit) => void): void;
  /** Ends it at once and for certain (SIGKILL): a core in an endless loop hears nothing else. */
  kill(): void;
}

export type Environment = Readonly<Record<string, string>>;

/** Starts one core with the given environment added to the shell's own. */
export type StartCore = (environment: Environment) => CoreProcess;
