import { dirname, join, resolve } from 'node:path';
import { systemClock } from '../../native/clock.ts';
import { buildKiosk } from './kiosk.ts';
import { ConfigError, loadConfig } from './load-config.ts';
import { createLog } from './log.ts';
import { ALIVE_INTERVAL_MS, openShellLink } from './shell-link.ts';

/** Sysexits: the configuration is wrong. The shell does not start the core again for this. */
const EXIT_CONFIG = 78;
const EXIT_FAULT = 70;
/** Nothing may keep a core that was told to end. */
const STOP_LIMIT_MS = 3_000;

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new ConfigError(`the environment variable ${name} is not set`);
  return value;
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const log = createLog(systemClock);
  log('core-start-init', { version: process.version });
  const link = openShellLink();

  const fault = (where: string) => (error: unknown) => {
    // The message may quote data; the kind and the place in our code do not.
    log('core-fault', { where, kind: error instanceof Error ? error.name : typeof error });
    if (process.env.TONGBAN_DEVELOPMENT) console.error(error);
    process.exit(EXIT_FAULT);
  };
  process.on('uncaughtException', fault('exception'));
  process.on('unhandledRejection', fault('rejection'));

  const kiosk = await buildKiosk({
    config: loadConfig(required('TONGBAN_CONFIG')),
    dataDir: resolve(required('TONGBAN_DATA')),
    token: required('TONGBAN_TOKEN'),
    port: Number(process.env.TONGBAN_PORT ?? 0),
    root: process.env.TONGBAN_ROOT ?? join(dirname(import.meta.filename), '..', '..'),
    clock: systemClock,
    log,
    onPageConnected: (connected) => link.send({ kind: 'page', connected }),
  });

  const alive = setInterval(() => link.send({ kind: 'alive' }), ALIVE_INTERVAL_MS);
  let stopping = false;
  link.onStop(() => {
    if (stopping) return;
    stopping = true;
    clearInterval(alive);
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
    void kiosk.close().then(() => {
      log('core-stop', { reason: 'asked' });
      process.exit(0);
    });
  });

  const elapsedMs = Math.round(performance.now() - startedAt);
  log('core-start-complete', { elapsedMs });
  link.send({ kind: 'ready', url: kiosk.url });
}

main().catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(EXIT_CONFIG);
});
