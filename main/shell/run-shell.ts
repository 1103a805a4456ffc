import { randomBytes } from 'node:crypto';
import { KioskBrowser } from './chromium.ts';
import { sweepProfiles } from './chromium-process.ts';
import { coreForkStarter } from './core-fork.ts';
import type { Environment, ProcessExit } from './core-process.ts';
import { type ShellLog, stderrShellLog } from './shell-log.ts';
import { Supervisor } from './supervisor.ts';

export interface RunShellOptions {
  /** `chromium`: core and a locked browser; `none`: the core alone, for a browser elsewhere. */
  readonly kind: 'chromium' | 'none';
  /** Absolute path of `main/core/main.ts` or `dist/core/main.mjs`. */
  readonly coreEntry: string;
  /** Absolute path of the Node binary that runs the core. */
  readonly nodePath: string;
  /** TONGBAN_CONFIG and TONGBAN_DATA; the token and the port are added here. */
  readonly environment: Environment;
  /** Called once: the core answers, and with `chromium` the page is loaded. */
  readonly onReady: (url: string) => void;
  /** The core's configuration is wrong; it has said so on stderr. Stop the shell and exit with this code. */
  readonly onGivenUp: (exit: ProcessExit) => void;
  readonly headless?: boolean;
  readonly log?: ShellLog;
}

export interface RunningShell {
  /** Ends page and core in order; resolves when both are gone. */
  stop(): Promise<void>;
  /** For tests that end the page's process by force. */
  pagePid(): number | undefined;
  /** The core that runs now; another after a restart. */
  corePid(): number | undefined;
}

/** Runs a kiosk: the core, and where asked for the page; keeps both alive until `stop`. */
export function runShell(options: RunShellOptions): RunningShell {
  const log = options.log ?? stderrShellLog;
  let address: string | null = null;
  let told = false;
  const tellReady = (): void => {
    if (told || address === null) return;
    told = true;
    options.onReady(address);
  };
  if (options.kind === 'chromium') sweepProfiles();
  const browser =
    options.kind === 'chromium'
      ? new KioskBrowser({ headless: options.headless ?? false, log, onLoaded: tellReady })
      : null;
  const supervisor = new Supervisor({
    startCore: coreForkStarter({ nodePath: options.nodePath, coreEntry: options.coreEntry }),
    // 256 bits; new at every start of the shell, the same for every core that it starts.
    environment: { ...options.environment, TONGBAN_TOKEN: randomBytes(32).toString('base64url') },
    log,
    onReady(url) {
      address = url;
      if (browser) browser.show(url);
      else tellReady();
    },
    onGivenUp: options.onGivenUp,
  });
  supervisor.start();
  return {
    async stop() {
      await Promise.all([browser?.stop(), supervisor.stop()]);
    },
    pagePid: () => browser?.pid,
    corePid: () => supervisor.pid,
  };
}
