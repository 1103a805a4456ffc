/** The first restart of a device's process is quick: somebody may stand before it. */
export const HOST_RESTART_WAIT_MS = 200;
/** A driver that dies again and again must not wear the machine out, and is never given up. */
export const HOST_RESTART_MAX_WAIT_MS = 10_000;
/** A process that lived so long begins anew with the quick restart. */
export const HOST_STEADY_AFTER_MS = 60_000;

/** How long to wait before the next start of a process that lived so long, after so long a wait before it. */
export function nextRestartWaitMs(lastWaitMs: number | undefined, livedMs: number): number {
  if (lastWaitMs === undefined || livedMs >= HOST_STEADY_AFTER_MS) return HOST_RESTART_WAIT_MS;
  return Math.min(lastWaitMs * 2, HOST_RESTART_MAX_WAIT_MS);
}
