import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SimulatedSlot } from './far-end.ts';
import { vpcdSlot } from './vpcd-slot.ts';

const PCSCD = '/usr/sbin/pcscd';
const VPCD = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
/** In Debian's perl-base, which is always there. */
const PERL = '/usr/bin/perl';
const PID_FILE = '/run/pcscd/pcscd.pid';
/** A machine that runs all tests at once is slow. */
const READY_LIMIT_MS = 30_000;
const END_LIMIT_MS = 2_000;

/**
 * pcscd listens at a fixed place unless a socket is handed to it as systemd does (file descriptor 3, LISTEN_PID, LISTEN_FDS);
 * this makes one elsewhere and becomes pcscd.
 */
const HAND_OVER = `
use Socket; $^F = 3; my ($path, @command) = @ARGV;
my $s; socket($s, PF_UNIX, SOCK_STREAM, 0) && bind($s, pack_sockaddr_un($path)) && listen($s, 16) or die "socket: $!";
fileno($s) == 3 or die "descriptor";
$ENV{LISTEN_PID} = $$; $ENV{LISTEN_FDS} = 1; exec @command or die "exec: $!";`;

/** A real pcscd of our own with the virtual reader of vsmartcard, at a socket and a port of its own. */
export interface RealPcscd {
  readonly socket: string;
  readonly slot: SimulatedSlot;
  /** As when it hangs. */
  setFrozen(on: boolean): void;
  close(): Promise<void>;
}

/** Why a real pcscd cannot be run here, in plain words; `undefined`: it can. */
export function whyNoRealPcscd(): string | undefined {
  for (const file of [PCSCD, VPCD, PERL]) if (!existsSync(file)) return `${file} is not there`;
  // It writes that file, whatever its socket.
  if (process.getuid?.() !== 0) return 'only root may start pcscd';
  return daemonRuns() ? 'this machine runs its own pcscd' : undefined;
}

function daemonRuns(): boolean {
  if (!existsSync(PID_FILE)) return false;
  const pid = Number.parseInt(readFileSync(PID_FILE, 'utf8'), 10);
  return pid > 0 && existsSync(`/proc/${pid}`);
}

/** @param folder of its own, for socket and configuration. Throws when pcscd does not come up. */
export async function startRealPcscd(folder: string): Promise<RealPcscd> {
  const port = await freePort();
  const config = join(folder, 'reader.conf.d');
  const socket = join(folder, 'pcscd.comm');
  mkdirSync(config, { recursive: true });
  const device = [`DEVICENAME /dev/null:${port}`, `LIBPATH ${VPCD}`, `CHANNELID ${port}`];
  writeFileSync(join(config, 'vpcd'), ['FRIENDLYNAME "Virtual PCD"', ...device, ''].join('\n'));
  rmSync(socket, { force: true });
  const child = spawn(PERL, ['-e', HAND_OVER, socket, PCSCD, '--foreground', '--info', '--config', config], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const slot = vpcdSlot(port);
  const setFrozen = (on: boolean): void => void child.kill(on ? 'SIGSTOP' : 'SIGCONT');
  const close = async (): Promise<void> => {
    slot.take();
    setFrozen(false);
    await endOf(child);
  };
  try {
    await saysReady(child);
  } catch (error) {
    await close();
    throw error;
  }
  return { socket, slot, setFrozen, close };
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4_000);
      if (said.includes('daemon ready')) settle();
    };
    const settle = (problem?: string): void => {
      clearTimeout(timer);
      if (problem === undefined) resolve();
      else reject(new Error(`pcscd ${problem}: ${said}`));
    };
    const timer = setTimeout(() => settle(`not ready within ${READY_LIMIT_MS} ms`), READY_LIMIT_MS);
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => settle(error.message));
    child.once('exit', () => settle('ended'));
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Below all that the system gives out by itself, or another socket could take it before pcscd does. */
const LOWEST_PORT = 20_000;
const PORTS = 10_000;
const PORT_TRIES = 20;

/** vpcd listens on two neighbours, one for each of its slots. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = LOWEST_PORT + 2 * randomInt(PORTS / 2);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error(`no two free ports among ${PORT_TRIES} pairs`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
