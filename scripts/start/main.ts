import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../rig/places.ts';
import { startRig } from '../rig/rig.ts';
import { chooseShell } from './choose-shell.ts';
import { HELP, readOptions, type StartOptions } from './options.ts';
import { startShell } from './start-shell.ts';

/** All that was started ends within this time; what does not is left to the system. */
const STOP_LIMIT_MS = 4_500;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function start(options: StartOptions): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), STOP_LIMIT_MS).unref();
    void Promise.allSettled(closers.map((close) => close())).then(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

  const kind = await chooseShell(options.shell, say);
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const rig =
    options.config === undefined
      ? await startRig({ dataDir: options.dataDir, outDir: join(projectRoot, 'out') })
      : undefined;
  if (rig) closers.push(() => rig.close());
  if (stopping) return;

  const shell = startShell({
    kind,
    configFile: rig?.configFile ?? options.config ?? '',
    dataDir: rig?.kioskDataDir ?? options.dataDir,
    onReady: (url) => {
      rig?.setKioskUrl(url);
      if (rig) say(`the dock (put cards, break devices): ${rig.dockUrl}`);
      process.stdout.write(`READY ${url}\n`);
    },
    onEnded: stop,
  });
  // The shell goes first, so that the kiosk does not see its devices vanish.
  closers.unshift(() => shell.stop());
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(`${HELP}\n`);
  else await start(options);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
