import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Clock, sleep } from '../../clock.ts';
import { createIppPrinter } from '../ipp-printer.ts';
import { freePort } from '../simulator/ippeveprinter.ts';

const SBIN = '/usr/local/sbin:/usr/sbin:/sbin';
const START_LIMIT_MS = 15_000;
const POLL_INTERVAL_MS = 50;
const STOP_LIMIT_MS = 3_000;
const FOLDERS = ['root', 'state', 'cache', 'spool', 'tmp', 'log'] as const;

export interface CupsQueue {
  /** `ipp://127.0.0.1:PORT/printers/a4`. */
  readonly uri: string;
  close(): Promise<void>;
}

export interface CupsQueueOptions {
  /** The printer behind it. */
  readonly printerUri: string;
  readonly errorPolicy: 'abort-job' | 'retry-current-job';
  readonly clock: Clock;
}

/** A cupsd of its own, in a folder of its own, on a free port, with one driverless queue. Throws with its last words. */
export async function startCupsQueue({ printerUri, errorPolicy, clock }: CupsQueueOptions): Promise<CupsQueue> {
  const workDir = await mkdtemp(join(tmpdir(), 'tongban-cups-'));
  // Filters and backends run as another user when this one is root.
  await chmod(workDir, 0o755);
  for (const folder of FOLDERS) await mkdir(join(workDir, folder));
  const port = await freePort();
  const socket = join(workDir, 'state', 'sock');
  await writeFile(join(workDir, 'cups-files.conf'), filesConf(workDir));
  await writeFile(join(workDir, 'cupsd.conf'), cupsdConf(socket, port));
  const flags = ['-f', '-c', join(workDir, 'cupsd.conf'), '-s', join(workDir, 'cups-files.conf')];
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:${SBIN}` };
  const cupsd = spawn('cupsd', flags, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let words = '';
  cupsd.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  cupsd.on('error', (cause) => {
    words += cause.message;
  });
  const running = (): boolean => cupsd.pid !== undefined && cupsd.exitCode === null && cupsd.signalCode === null;
  const close = async (): Promise<void> => {
    if (running()) {
      const gone = once(cupsd, 'exit');
      cupsd.kill('SIGTERM');
      const cancel = clock.after(STOP_LIMIT_MS, () => cupsd.kill('SIGKILL'));
      await gone;
      cancel();
    }
    await rm(workDir, { recursive: true, force: true });
  };

  const uri = `ipp://127.0.0.1:${port}/printers/a4`;
  const limit = clock.now() + START_LIMIT_MS;
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) {
      if (running() && clock.now() < limit) await sleep(clock, POLL_INTERVAL_MS);
      else {
        await close();
        throw new Error(`${what} (Debian package cups): ${words.trim()}`);
      }
    }
  };
  const make = ['-h', socket, '-p', 'a4', '-E', '-v', printerUri, '-m', 'everywhere'];
  const lpadmin = async (): Promise<boolean> => {
    try {
      await promisify(execFile)('lpadmin', [...make, '-o', `printer-error-policy=${errorPolicy}`], { env });
      return true;
    } catch (cause) {
      words += cause instanceof Error ? cause.message : '';
      return false;
    }
  };
  await until('cupsd took no queue', lpadmin);
  const probe = createIppPrinter({ uri, clock, log: () => undefined });
  await until('the queue does not answer', async () => (await probe.status()).ok);
  return { uri, close };
}

const filesConf = (workDir: string): string =>
  [
    `ServerRoot ${workDir}/root`,
    `StateDir ${workDir}/state`,
    `CacheDir ${workDir}/cache`,
    `RequestRoot ${workDir}/spool`,
    `TempDir ${workDir}/tmp`,
    `AccessLog ${workDir}/log/access`,
    `ErrorLog ${workDir}/log/error`,
    `PageLog ${workDir}/log/page`,
    `Printcap ${workDir}/root/printcap`,
    // cupsd refuses root here.
    ...(process.getuid?.() === 0 ? ['User lp', 'Group lp', 'SystemGroup root'] : []),
    '',
  ].join('\n');

const cupsdConf = (socket: string, port: number): string => `Listen ${socket}
Listen 127.0.0.1:${port}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
JobRetryInterval 1
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
