/**
 * What the shell and the core say to each other: a tiny closed set. The shell learns where the page is and that the core
 * is alive; the core learns that it is to end. Nothing about a visit passes here.
 */
export type CoreToShell = { readonly kind: 'ready'; readonly url: string } | { readonly kind: 'alive' };
export type ShellToCore = { readonly kind: 'stop' };

/** How often the core says `alive`, milliseconds. */
export const ALIVE_INTERVAL_MS = 1000;

/** Exit code of a core whose configuration is wrong (EX_CONFIG of sysexits.h): starting it again would not help. */
export const EXIT_WRONG_CONFIG = 78;

const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;

/** Reads what came from the core; null: not one of ours, to be ignored. Only loopback http addresses are accepted. */
export function readCoreMessage(raw: unknown): CoreToShell | null {
  if (!isObject(raw)) return null;
  if (raw.kind === 'alive') return { kind: 'alive' };
  if (raw.kind === 'ready' && typeof raw.url === 'string' && isLoopbackUrl(raw.url)) {
    return { kind: 'ready', url: raw.url };
  }
  return null;
}

/** Reads what came from the shell; null: not one of ours. */
export function readShellMessage(raw: unknown): ShellToCore | null {
  return isObject(raw) && raw.kind === 'stop' ? { kind: 'stop' } : null;
}

/** True for `http://127.0.0.1:PORT/…` (and ::1, localhost): the only place a page may come from. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}
