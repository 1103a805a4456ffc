import type { UtilityProcess } from 'electron';

/**
 * Ends it at once and for certain: Electron's own `kill()` is a SIGTERM, which an endless loop never hears. One that is only
 * being spawned has no pid yet and is ended as soon as it has one.
 */
export function killProcess(child: Pick<UtilityProcess, 'pid' | 'once'> | undefined): void {
  if (!child) return;
  if (child.pid === undefined) child.once('spawn', () => killNow(child.pid));
  else killNow(child.pid);
}

function killNow(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended already, and its `exit` is still on its way.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
