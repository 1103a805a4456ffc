import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endChild, startNode } from './child.ts';
import { operatorsFile } from './kiosk-files.ts';
import { projectRoot } from './places.ts';

const START_LIMIT_MS = 15_000;

export interface CenterProcess {
  readonly url: string;
  readonly pid: number | undefined;
  /** Ends it by SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface CenterProcessOptions {
  readonly dataDir: string;
  readonly keysFile: string;
  /** What the QR codes point at. */
  readonly publicUrl?: string;
  /** Where messages to residents are posted, and what signs them. */
  readonly sms?: { readonly url: string; readonly secret: string };
}

/** The reference center as a process of its own. */
export async function startCenterProcess({
  dataDir,
  keysFile,
  publicUrl,
  sms,
}: CenterProcessOptions): Promise<CenterProcess> {
  let child: ChildProcess;
  // Documents that were printed yesterday point at yesterday's address: keep it where it is still free.
  const portFile = join(dataDir, 'port');
  let url = existsSync(portFile) ? `http://127.0.0.1:${readFileSync(portFile, 'utf8')}` : '';

  const start = async (): Promise<void> => {
    const port = url === '' ? '0' : new URL(url).port;
    const args = ['--data', dataDir, '--host', '127.0.0.1', '--port', port, '--kiosk-keys', keysFile];
    const more = [
      ...(publicUrl ? ['--public-url', publicUrl] : []),
      ...(existsSync(operatorsFile(dataDir)) ? ['--operators', operatorsFile(dataDir)] : []),
      ...(sms ? ['--sms-webhook', sms.url, '--sms-webhook-secret', writeSmsSecret(dataDir, sms.secret)] : []),
    ];
    child = startNode(join(projectRoot, 'center', 'main.ts'), [...args, ...more]);
    url = await listening(child);
    writeFileSync(portFile, new URL(url).port);
  };
  if (url !== '' && !(await isFree(Number(new URL(url).port)))) url = '';
  await start();
  return {
    get url() {
      return url;
    },
    get pid() {
      return child.pid;
    },
    start,
    async kill() {
      child.kill('SIGKILL');
      await endChild(child);
    },
    close: () => endChild(child),
  };
}

/** An argument can be seen by everybody on the machine, a file of mode 0600 cannot. */
function writeSmsSecret(dataDir: string, secret: string): string {
  const file = join(dataDir, 'sms-webhook.secret');
  writeFileSync(file, secret, { mode: 0o600 });
  return file;
}

/** Whether nobody listens there now. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (outcome) await new Promise((resolve) => server.close(resolve));
  return outcome;
}

/** Waits for the line `{"event":"listening","url":…}`. */
async function listening(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the center has no stdout');
  const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes('"listening"')) continue;
      child.stdout.resume();
      return (JSON.parse(line) as { url: string }).url;
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`the center ended before it listened (exit ${child.exitCode})`);
}
