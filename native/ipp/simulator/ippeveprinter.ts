import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, sleep } from '../../clock.ts';
import { createIppPrinter } from '../ipp-printer.ts';

/** The program of Debian's cups-ipp-utils; sbin is not on everybody's path. */
const PROGRAM = 'ippeveprinter';
const SBIN = '/usr/local/sbin:/usr/sbin:/sbin';
const START_LIMIT_MS = 10_000;
const READY_POLL_INTERVAL_MS = 25;
const STOP_LIMIT_MS = 2_000;

export interface EvePrinterOptions {
  readonly name: string;
  readonly port: number;
  /** A private directory: spool, keys, the command script. */
  readonly workDir: string;
  readonly socketPath: string;
  readonly busAddress: string;
  readonly twoSided: boolean;
  readonly clock: Clock;
}

/** One running ippeveprinter, leader of its own process group. */
export interface EvePrinter {
  readonly pid: number;
  signal(signal: NodeJS.Signals): void;
  /** Ends the group, by force if need be; resolves when the process is gone. */
  end(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export const evePrinterUri = (port: number): string => `ipp://localhost:${port}/ipp/print`;

/** Below Linux' ephemeral range: there a connection of somebody else could sit on the port of an unplugged printer. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, () => resolve(true));
    });
    await new Promise((resolve) => probe.close(resolve));
    if (isFree) return port;
  }
}

/** Starts ippeveprinter and waits until it answers. Throws with its own words if it does not start. */
export async function startEvePrinter(options: EvePrinterOptions): Promise<EvePrinter> {
  const { name, port, workDir, busAddress, clock } = options;
  const spool = join(workDir, 'spool');
  await mkdir(spool, { recursive: true });
  const command = await writeCommand(options);
  const flags = [
    '-p',
    `${port}`,
    '-n',
    'localhost',
    '-d',
    spool,
    '-K',
    workDir,
    '-f',
    'application/pdf',
    '-c',
    command,
    ...(options.twoSided ? ['-2'] : []),
  ];
  const child = spawn(PROGRAM, [...flags, '-M', 'Tongban', '-m', 'A4', name], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:${SBIN}`, DBUS_SYSTEM_BUS_ADDRESS: busAddress },
  });
  let expected = false;
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  child.on('error', (cause) => {
    words += cause.message;
  });
  const probe = createIppPrinter({ uri: evePrinterUri(port), clock, log: () => undefined, timeoutMs: 1000 });
  const limit = clock.now() + START_LIMIT_MS;
  while (!(await probe.status()).ok) {
    if (!isRunning(child) || clock.now() > limit) {
      await endGroup(child, 'SIGKILL', clock);
      throw new Error(`${PROGRAM} (Debian package cups-ipp-utils) did not start: ${words.trim()}`);
    }
    await sleep(clock, READY_POLL_INTERVAL_MS);
  }
  child.once('exit', (code, signal) => {
    if (!expected) process.emitWarning(`${PROGRAM} ended by itself (${signal ?? code}): ${words.trim()}`);
  });
  const { pid } = child;
  if (pid === undefined || !isRunning(child))
    throw new Error(`port ${port} belongs to another printer: ${words.trim()}`);
  return {
    pid,
    signal: (signal) => signalGroup(child, signal),
    end(how) {
      expected = true;
      return endGroup(child, how, clock);
    },
  };
}

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined && isRunning(child)) process.kill(-child.pid, signal);
}

async function endGroup(child: ChildProcess, how: 'SIGTERM' | 'SIGKILL', clock: Clock): Promise<void> {
  if (!isRunning(child)) return;
  const gone = once(child, 'exit');
  signalGroup(child, how);
  const cancel = clock.after(STOP_LIMIT_MS, () => signalGroup(child, 'SIGKILL'));
  await gone;
  cancel();
}

/** ippeveprinter wants one executable without arguments. */
async function writeCommand({ workDir, socketPath }: EvePrinterOptions): Promise<string> {
  const path = join(workDir, 'print-command');
  const script = fileURLToPath(new URL('./print-command.mjs', import.meta.url));
  const quoted = [process.execPath, script, socketPath].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await writeFile(path, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o700 });
  return path;
}
