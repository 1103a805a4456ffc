import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MORE_DEVICES } from '../rig/more-devices.ts';
import { projectRoot } from '../rig/places.ts';
import { type Rig, startRig } from '../rig/rig.ts';
import { chooseShell } from './choose-shell.ts';
import { changeDemo } from './demo-config.ts';
import { HELP, readOptions, type StartOptions, UsageError } from './options.ts';
import { startShell } from './start-shell.ts';

/** All that was started ends within this time; what does not is left to the system. */
const STOP_LIMIT_MS = 4_500;
/** Of that, for the kiosk alone, so that it does not see its devices vanish. */
const SHELL_STOP_LIMIT_MS = 2_500;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function tellAddresses({ dockUrl, operator }: Rig): void {
  say(`the dock (put cards, break devices): ${dockUrl}`);
  say(`the center's map (operator “${operator.name}”, password in ${operator.passwordFile}): ${operator.url}`);
}

async function start(options: StartOptions): Promise<void> {
  let rigOpening: Promise<Rig> | undefined;
  let shell: { stop(): Promise<void> } | undefined;
  let stopping = false;
  const endAll = async (): Promise<void> => {
    await Promise.race([shell?.stop(), wait(SHELL_STOP_LIMIT_MS, undefined, { ref: false })]);
    // One that is still being built is waited for: half a rig left behind would be processes without a parent.
    await (await rigOpening)?.close();
  };
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), STOP_LIMIT_MS).unref();
    const exit = (): never => process.exit(code);
    endAll().then(exit, exit);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

  const kind = await chooseShell(options.shell, say);
  if (stopping) return;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  if (options.config === undefined) {
    rigOpening = startRig({
      dataDir: options.dataDir,
      outDir: join(projectRoot, 'out'),
      changeConfig: changeDemo(options.demo),
      more: options.allDevices ? MORE_DEVICES : ['scanner', 'locker'],
    });
  }
  const rig = await rigOpening;
  if (stopping) return;

  try {
    shell = startShell({
      kind,
      configFile: rig?.configFile ?? options.config ?? '',
      dataDir: rig?.kioskDataDir ?? options.dataDir,
      onReady: (url) => {
        rig?.setKioskUrl(url);
        if (rig) tellAddresses(rig);
        process.stdout.write(`READY ${url}\n`);
      },
      onEnded: stop,
    });
  } catch (error) {
    await rig?.close();
    throw error;
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(`${HELP}\n`);
  else await start(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  say(error.message);
  process.exit(2);
}
