/**
 * What core and shell say to each other about the processes of devices, in Electron only: a core that is a utility process
 * cannot start processes of its own there, so it asks the shell for them. The shell learns numbers, and nothing of what the
 * two then say to each other: that goes over a port of their own.
 */
export type CoreAsksForHost =
  | { readonly kind: 'startHost'; readonly host: number }
  | { readonly kind: 'killHost'; readonly host: number };

/** `hostStarted` brings the port to it. */
export type ShellTellsOfHost =
  | { readonly kind: 'hostStarted'; readonly host: number }
  | { readonly kind: 'hostExit'; readonly host: number; readonly code: number };

const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;

/** Reads what came from the core; null: not about hosts. */
export function readHostRequest(raw: unknown): CoreAsksForHost | null {
  if (!isObject(raw) || typeof raw.host !== 'number') return null;
  const { kind, host } = raw;
  return kind === 'startHost' || kind === 'killHost' ? { kind, host } : null;
}

/** Reads what came from the shell; null: not about hosts. */
export function readHostNews(raw: unknown): ShellTellsOfHost | null {
  if (!isObject(raw) || typeof raw.host !== 'number') return null;
  const { kind, host, code } = raw;
  if (kind === 'hostStarted') return { kind, host };
  return kind === 'hostExit' && typeof code === 'number' ? { kind, host, code } : null;
}
