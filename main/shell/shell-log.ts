/**
 * The shell's part of the log catalogue (`contract/log-events.ts`; the shell imports nothing, so the names stand here
 * again and a test compares them). Fields are process names, codes and schemes: never a path or a query of a URL.
 */
export const SHELL_EVENTS = {
  'shell-child-exit': 'warn',
  'shell-child-silent': 'warn',
  'shell-safe-mode': 'error',
  'shell-page-loaded': 'info',
  'shell-page-fault': 'warn',
  'shell-denied': 'warn',
  'shell-no-sandbox': 'warn',
} as const;

export type ShellEventId = keyof typeof SHELL_EVENTS;
export type ShellLogFields = Readonly<Record<string, string | number | null>>;
export type ShellLog = (event: ShellEventId, fields?: ShellLogFields) => void;

/** The numbers that the core's log (pino) writes for its levels. */
const LEVELS = { info: 30, warn: 40, error: 50 } as const;

/** One JSON line on stderr for each event, in the form of the core's log. */
export const stderrShellLog: ShellLog = (event, fields = {}) => {
  const line = { level: LEVELS[SHELL_EVENTS[event]], time: Date.now(), event, ...fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
