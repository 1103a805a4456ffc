import type { App, WebContents } from 'electron';
import { RestartBudget } from '../restart-budget.ts';
import type { ShellClock } from '../shell-clock.ts';
import type { ShellLog } from '../shell-log.ts';

export const PAGE_CHECK_INTERVAL_MS = 1500;
export const PAGE_ANSWER_LIMIT_MS = 3000;

/** Loads the page and brings it back when its process ends, hangs, or the core did not answer. */
export class PageWatch {
  readonly #contents: WebContents;
  readonly #clock: ShellClock;
  readonly #log: ShellLog;
  readonly #budget: RestartBudget;
  readonly #onLoaded: () => void;
  #url: string | null = null;
  #cancelTimer = (): void => undefined;

  constructor(contents: WebContents, clock: ShellClock, log: ShellLog, onLoaded: () => void) {
    this.#contents = contents;
    this.#clock = clock;
    this.#log = log;
    this.#budget = new RestartBudget(clock);
    this.#onLoaded = onLoaded;
    contents.on('did-finish-load', () => this.#loaded());
    contents.on('did-fail-load', (_event, _code, _text, _address, isMainFrame) => {
      if (isMainFrame) this.#again('failed');
    });
    contents.on('render-process-gone', (_event, details) => this.#again(details.reason));
    contents.on('unresponsive', () => this.#hung());
  }

  /** Shows the page at `url`; the same page again is left alone, it finds its core by itself. */
  show(url: string): void {
    if (url === this.#url) return;
    this.#url = url;
    this.#load();
  }

  #load(): void {
    this.#cancelTimer();
    if (this.#url === null || this.#contents.isDestroyed()) return;
    // A failure is told by `did-fail-load` as well, which acts on it.
    this.#contents.loadURL(this.#url).catch(() => undefined);
  }

  #loaded(): void {
    this.#log('shell-page-loaded', {});
    this.#onLoaded();
    this.#checkLater();
  }

  /** `unresponsive` is noticed by Electron only when somebody touches the screen; so the page is asked. */
  #checkLater(): void {
    this.#later(PAGE_CHECK_INTERVAL_MS, () => {
      this.#later(PAGE_ANSWER_LIMIT_MS, () => this.#hung());
      // While the page is being replaced the question fails; what replaces it starts a new watch.
      this.#contents.executeJavaScript('1').then(
        () => this.#checkLater(),
        () => undefined,
      );
    });
  }

  #hung(): void {
    this.#cancelTimer();
    // Ends with `render-process-gone`, which loads it again.
    this.#contents.forcefullyCrashRenderer();
  }

  #again(how: string): void {
    this.#log('shell-page-fault', { process: 'page', how });
    const { delayMs, safeMode } = this.#budget.next();
    if (safeMode) this.#log('shell-safe-mode', { process: 'page', delayMs });
    this.#later(delayMs, () => this.#load());
  }

  #later(delayMs: number, call: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(delayMs, call);
  }
}

/** The processes that Electron brings back by itself (GPU, network): only written down. */
export function logHelpers(app: App, log: ShellLog): void {
  app.on('child-process-gone', (_event, details) => {
    log('shell-child-exit', { process: details.type, exitCode: details.exitCode, signal: details.reason });
  });
}
