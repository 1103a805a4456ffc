import { dirname, join, resolve } from 'node:path';
import { systemClock } from '../../native/clock.ts';
import { EXIT_WRONG_CONFIG } from '../shell/core-protocol.ts';
import { connectToShell } from '../shell/core-side.ts';
import { buildKiosk } from './kiosk.ts';
import { ConfigError, loadConfig } from './load-config.ts';
import { createLog } from './log.ts';

/** EX_SOFTWARE of sysexits.h: a bug; the shell starts the core again. */
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
  let kiosk: { url: string; close(): Promise<void> } | null = null;
  const link = connectToShell((reason) => {
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
    void (kiosk?.close() ?? Promise.resolve()).then(() => {
      log('core-stop', { reason });
      process.exit(0);
    });
  });

  const fault = (where: string) => (error: unknown) => {
    // The message may quote data; the kind and the place in our code do not.
    log('core-fault', { where, kind: error instanceof Error ? error.name : typeof error });
    if (process.env.TONGBAN_DEVELOPMENT) console.error(error);
    process.exit(EXIT_FAULT);
  };
  process.on('uncaughtException', fault('exception'));
  process.on('unhandledRejection', fault('rejection'));

  kiosk = await buildKiosk({
    config: loadConfig(required('TONGBAN_CONFIG')),
    dataDir: resolve(required('TONGBAN_DATA')),
    token: required('TONGBAN_TOKEN'),
    port: Number(process.env.TONGBAN_PORT ?? 0),
    root: process.env.TONGBAN_ROOT ?? join(dirname(import.meta.filename), '..', '..'),
    clock: systemClock,
    log,
  });

  const elapsedMs = Math.round(performance.now() - startedAt);
  log('core-start-complete', { elapsedMs });
  link.ready(kiosk.url);
}

main().catch((error: unknown) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(EXIT_WRONG_CONFIG);
});
