import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { PageLock } from './page-lock.ts';
import { RestartBudget } from './restart-budget.ts';
import { type ShellClock, shellClock } from './shell-clock.ts';
import { type ShellLog, stderrShellLog } from './shell-log.ts';

export const CHROMIUM_BINARY = '/usr/bin/chromium';
/** From the browser's start to the page loaded; a browser that takes longer is started again. */
export const PAGE_START_LIMIT_MS = 20_000;

export interface KioskBrowserOptions {
  readonly binary?: string;
  readonly headless?: boolean;
  readonly onLoaded: () => void;
  readonly clock?: ShellClock;
  readonly log?: ShellLog;
}

/** One locked browser on the core's page, started again whenever it ends, crashes or hangs. */
export class KioskBrowser {
  readonly #options: KioskBrowserOptions;
  readonly #clock: ShellClock;
  readonly #log: ShellLog;
  readonly #budget: RestartBudget;
  #url: string | null = null;
  #browser: ChromiumProcess | null = null;
  #lock: PageLock | null = null;
  #stopping = false;
  #cancelTimer = (): void => undefined;
  #stopped = (): void => undefined;

  constructor(options: KioskBrowserOptions) {
    this.#options = options;
    this.#clock = options.clock ?? shellClock;
    this.#log = options.log ?? stderrShellLog;
    this.#budget = new RestartBudget(this.#clock);
  }

  /** Shows the page at `url`; a browser that shows it already is left alone: the page finds its core by itself. */
  show(url: string): void {
    // A core may say that it is ready while everything is being ended.
    if (this.#stopping || url === this.#url) return;
    this.#url = url;
    if (this.#browser) {
      this.#browser.kill();
      return;
    }
    // A start that is being waited for would be a second browser, which nobody ends.
    this.#cancelTimer();
    this.#start(url);
  }

  /** The browser's process, for tests and for the log. */
  get pid(): number | undefined {
    return this.#browser?.pid;
  }

  /** Ends the browser and removes its profile. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cancelTimer();
    this.#lock?.close();
    const browser = this.#browser;
    if (!browser) return;
    const gone = new Promise<void>((resolve) => {
      this.#stopped = resolve;
    });
    browser.kill();
    await gone;
  }

  #start(url: string): void {
    const browser = startChromium(this.#options.binary ?? CHROMIUM_BINARY, this.#options.headless ?? false);
    if (process.getuid?.() === 0) this.#log('shell-no-sandbox', { process: 'page' });
    this.#browser = browser;
    browser.onExit((exit) => {
      this.#lock?.close();
      this.#browser = null;
      this.#cancelTimer();
      if (this.#stopping) {
        this.#stopped();
        return;
      }
      this.#log('shell-child-exit', { process: 'page', exitCode: exit.code, signal: exit.signal });
      this.#startAgain();
    });
    const broken = (how: string): void => {
      this.#log('shell-page-fault', { process: 'page', how });
      browser.kill();
    };
    this.#cancelTimer = this.#clock.after(PAGE_START_LIMIT_MS, () => broken('slow'));
    this.#lock = new PageLock({
      devtools: browser.devtools,
      url,
      fullscreen: !(this.#options.headless ?? false),
      clock: this.#clock,
      log: this.#log,
      onLoaded: () => {
        this.#cancelTimer();
        this.#log('shell-page-loaded', {});
        this.#options.onLoaded();
      },
      onBroken: broken,
    });
    // A browser that ends before it opened is started again by its exit.
    this.#lock.open().catch(() => undefined);
  }

  #startAgain(): void {
    const { delayMs, safeMode } = this.#budget.next();
    if (safeMode) this.#log('shell-safe-mode', { process: 'page', delayMs });
    this.#cancelTimer = this.#clock.after(delayMs, () => {
      if (this.#url !== null) this.#start(this.#url);
    });
  }
}
