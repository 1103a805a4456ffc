import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel in a second, as `/proc` counts them on Linux. */
const TICKS_PER_S = 100;

const statOf = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold spaces.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** A process and all that it started and that started those. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(statOf(Number(name))[1]));
    } catch (error) {
      // It ended between the listing and the look.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ESRCH')
        throw error;
    }
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Processor time used so far, milliseconds. */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid);
    return sum + ((Number(stat[11]) + Number(stat[12])) / TICKS_PER_S) * 1000;
  }, 0);
}

/** Memory that is its own, shared pages counted in parts (PSS), KB. */
export const memoryKb = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN);
