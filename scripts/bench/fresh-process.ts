import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { endChild, startNode } from '../rig/child.ts';
import type { Bench } from './bench.ts';
import { elapsedMs } from './measure.ts';

const LIMIT_MS = 20_000;

/** Runs a script of this folder in a process of its own, which prints one JSON value and ends; bounded in time. */
export async function inFreshProcess<T>(bench: Bench, entry: string, args: readonly string[]): Promise<T> {
  const child = startNode(entry, args);
  bench.closing({ close: () => endChild(child) });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  try {
    if (!child.stdout) throw new Error('no stdout');
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    if (child.exitCode !== 0) throw new Error(`${entry} ended with ${child.exitCode ?? child.signalCode}`);
    return JSON.parse(output) as T;
  } finally {
    clearTimeout(timer);
  }
}

/** How long Node needs to start, do nothing, and end: no process of ours is quicker. Milliseconds. */
export const emptyNodeMs = (): Promise<number> =>
  elapsedMs(async () => {
    const child = startNode('-e', ['0']);
    await once(child, 'exit');
  });
