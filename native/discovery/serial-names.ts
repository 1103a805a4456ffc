import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { inTime } from './in-time.ts';

/** Asks the system's device database. */
export const LIST_LIMIT_MS = 3_000;
const STABLE_NAMES = '/dev/serial/by-id';

export interface SerialNames {
  readonly paths: readonly string[];
  readonly reason?: string;
}

export interface SerialNamesOptions {
  readonly clock: Clock;
  /** Stable names. */
  readonly folder?: string;
  /** All ports by the names that the kernel gave them in the order of plugging. */
  readonly listPorts?: () => Promise<readonly { readonly path: string }[]>;
}

/** Serial ports: by stable names those that have one, by the kernel's those without (soldered ones, which do not move). */
export async function serialNames(options: SerialNamesOptions): Promise<SerialNames> {
  const { clock, folder = STABLE_NAMES, listPorts = listOfSystem } = options;
  const stable = await stableNames(folder);
  const taken = new Set(stable.map(({ node }) => node));
  const paths = stable.map(({ path }) => path);
  try {
    const listed = await inTime(listPorts(), LIST_LIMIT_MS, clock);
    if (!listed) return { paths, reason: `the list of ports did not come within ${LIST_LIMIT_MS} ms` };
    const others = listed.map(({ path }) => path).filter((path) => !taken.has(path));
    const all = [...paths, ...others.sort()];
    return all.length > 0 ? { paths: all } : { paths: all, reason: 'this machine has no serial port' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { paths, reason: `the system gives no list of ports (${error.message})` };
  }
}

async function stableNames(folder: string): Promise<{ readonly path: string; readonly node: string }[]> {
  try {
    const names = (await readdir(folder)).sort();
    const links = names.map(async (name) => ({ path: join(folder, name), node: await realpath(join(folder, name)) }));
    return await Promise.all(links);
  } catch (error) {
    // No such folder, or a port that was pulled while we looked: the list of the system has the others.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

async function listOfSystem(): Promise<readonly { readonly path: string }[]> {
  const { SerialPort } = await import('serialport');
  return SerialPort.list();
}
