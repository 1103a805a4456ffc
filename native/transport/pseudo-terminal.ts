import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, readlink, unlink } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatedPort } from './simulated-port.ts';

/** How long socat may take to make or remove the link, milliseconds. */
export const PSEUDO_TERMINAL_LIMIT_MS = 5_000;
const LINK_CHECK_INTERVAL_MS = 3;

type Socat = ChildProcessByStdio<Writable, Readable, null>;

/**
 * A cable between a driver and a simulator: `path` becomes a link to a raw pseudo-terminal, and this port is its far end.
 * Needs `socat`. Throws when socat is missing or the name is taken by something that is no link.
 */
export async function openPseudoTerminal(path: string): Promise<SimulatedPort> {
  let receive: ((bytes: Uint8Array) => void) | undefined;
  let socat: Socat | undefined;

  const plug = async (): Promise<void> => {
    if (socat) return;
    await removeStaleLink(path);
    const child = spawn('socat', [`PTY,link=${path},rawer`, '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child, 'spawn');
    // After an unplug socat may be gone before the last bytes were handed to it: they are lost, as on a pulled cable.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdout.on('data', (bytes: Buffer) => {
      if (socat === child) receive?.(bytes);
    });
    socat = child;
    await until(`socat to make ${path}`, async () => (await linkTarget(path)) !== undefined);
  };
  const unplug = async (): Promise<void> => {
    const child = socat;
    if (!child) return;
    socat = undefined;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await removeStaleLink(path);
  };

  await plug();
  return {
    path,
    send(bytes) {
      if (socat && !socat.stdin.destroyed) socat.stdin.write(bytes);
    },
    onReceive(listener) {
      receive = listener;
    },
    plug,
    unplug,
    close: unplug,
  };
}

async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A socat that was killed hard leaves its link, and a new one does not take over the name. */
async function removeStaleLink(path: string): Promise<void> {
  if ((await linkTarget(path)) === undefined) return;
  if ((await lstat(path)).isSymbolicLink()) await unlink(path);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const limit = performance.now() + PSEUDO_TERMINAL_LIMIT_MS;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`waited ${PSEUDO_TERMINAL_LIMIT_MS} ms in vain for ${what}`);
    await wait(LINK_CHECK_INTERVAL_MS);
  }
}
