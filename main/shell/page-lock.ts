import type { DevtoolsEvent, DevtoolsPipe } from './devtools-pipe.ts';
import { COVERED, fitWindow, refitter } from './fit-window.ts';
import { grantCameraOnly } from './grant-camera.ts';
import { PAGE_GUARD } from './page-guard.ts';
import type { ShellClock } from './shell-clock.ts';
import type { ShellLog } from './shell-log.ts';

/** How often the page is asked for a sign of life, and how long it may take to give one. */
export const PAGE_CHECK_INTERVAL_MS = 1500;
export const PAGE_ANSWER_LIMIT_MS = 3000;
/** Between two tries to load a page that the core does not serve yet. */
export const PAGE_RETRY_MS = 300;
/** From asking the browser for the page to its word that it has it, or has it not; a browser that says neither hangs. */
export const PAGE_LOAD_LIMIT_MS = 20_000;

/** Asked of the page as its sign of life. */
const SIGN_OF_LIFE = `({ origin: location.origin, covered: ${COVERED} })`;

export interface PageLockOptions {
  readonly devtools: DevtoolsPipe;
  readonly url: string;
  /** The window is to cover the screen. */
  readonly fullscreen: boolean;
  readonly clock: ShellClock;
  readonly log: ShellLog;
  /** The page is shown. Called again after each time it had to be loaded again. */
  readonly onLoaded: () => void;
  /** The page crashed or hangs: this browser is of no use any more. */
  readonly onBroken: (how: 'crashed' | 'hung') => void;
}

/** Keeps one browser on one page: loads it, brings it back when it strays, closes every other window, feels its pulse. */
export class PageLock {
  readonly #options: PageLockOptions;
  readonly #origin: string;
  readonly #fitAgain: ReturnType<typeof refitter>;
  #target: string | null = null;
  #session: string | null = null;
  /** Until then the window shows what the browser opened by itself, and the way out of that is under way. */
  #loaded = false;
  #over = false;
  #cancelTimer = (): void => undefined;

  constructor(options: PageLockOptions) {
    this.#options = options;
    this.#origin = new URL(options.url).origin;
    this.#fitAgain = options.fullscreen ? refitter(options.devtools) : () => undefined;
    options.devtools.onEvent((event) => this.#event(event));
  }

  /** Takes hold of the browser's first window and loads the page. Rejects when the browser is gone. */
  async open(): Promise<void> {
    const { devtools } = this.#options;
    await devtools.send('Target.setDiscoverTargets', { discover: true });
    await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    grantCameraOnly(devtools, this.#origin);
  }

  close(): void {
    this.#over = true;
    this.#cancelTimer();
  }

  #event({ method, params, sessionId }: DevtoolsEvent): void {
    if (this.#over) return;
    if (method === 'Target.targetCreated' || method === 'Target.targetInfoChanged') {
      this.#targetSeen(params.targetInfo as { targetId: string; type: string; url: string });
    } else if (method === 'Target.targetCrashed' && params.targetId === this.#target) {
      this.#broken('crashed');
    } else if (method === 'Target.targetDestroyed' && params.targetId === this.#target) {
      this.#broken('crashed');
    } else if (method === 'Fetch.requestPaused' && sessionId === this.#session) {
      this.#navigation(params as { requestId: string; request: { url: string } });
    } else if (method === 'Page.javascriptDialogOpening') {
      this.#tell('Page.handleJavaScriptDialog', { accept: true });
    }
  }

  #targetSeen(info: { targetId: string; type: string; url: string }): void {
    // The developer tools are a target of another type.
    if (info.type !== 'page' && !info.url.startsWith('devtools:')) return;
    if (this.#target === null) {
      this.#target = info.targetId;
      this.#take(info.targetId).catch(this.#gone);
    } else if (info.targetId !== this.#target) {
      this.#options.log('shell-denied', { what: 'window' });
      this.#options.devtools.tell('Target.closeTarget', { targetId: info.targetId });
    } else if (this.#loaded && this.#strayed(info.url)) {
      this.#options.log('shell-denied', { what: 'navigation', scheme: info.url.split(':', 1)[0] ?? '' });
      this.#later(PAGE_RETRY_MS, () => this.#load());
    }
  }

  #strayed(url: string): boolean {
    return url !== '' && !(URL.canParse(url) && new URL(url).origin === this.#origin);
  }

  async #take(targetId: string): Promise<void> {
    const { devtools } = this.#options;
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    await devtools.send('Page.enable', {}, session);
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_GUARD }, session);
    // Only documents are held up for a look: scripts, styles and the socket pass at full speed.
    await devtools.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }, session);
    this.#session = session;
    if (this.#options.fullscreen) await fitWindow(devtools, targetId, session);
    this.#load();
  }

  #load(): void {
    const session = this.#session;
    if (this.#over || session === null) return;
    this.#later(PAGE_LOAD_LIMIT_MS, () => this.#broken('hung'));
    this.#options.devtools
      .send('Page.navigate', { url: this.#options.url }, session)
      .then((result) => {
        if (this.#over) return;
        if (result.errorText !== undefined) {
          this.#later(PAGE_RETRY_MS, () => this.#load());
          return;
        }
        this.#loaded = true;
        this.#options.onLoaded();
        this.#checkLater();
      })
      .catch(this.#gone);
  }

  #navigation({ requestId, request }: { requestId: string; request: { url: string } }): void {
    if (!this.#strayed(request.url)) {
      this.#tell('Fetch.continueRequest', { requestId });
      return;
    }
    this.#options.log('shell-denied', { what: 'navigation', scheme: request.url.split(':', 1)[0] ?? '' });
    this.#tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }

  #checkLater(): void {
    this.#later(PAGE_CHECK_INTERVAL_MS, () => {
      this.#later(PAGE_ANSWER_LIMIT_MS, () => this.#broken('hung'));
      this.#options.devtools
        .send('Runtime.evaluate', { expression: SIGN_OF_LIFE, returnByValue: true }, this.#session ?? undefined)
        .then((answer) => {
          const { value } = (answer.result ?? {}) as { value?: { origin: unknown; covered: unknown } };
          if (this.#over) return;
          if (value?.origin !== this.#origin) {
            this.#load();
            return;
          }
          this.#fitAgain(value.covered === true, this.#target, this.#session);
          this.#checkLater();
        })
        // The page was replaced while it was asked, which is a sign of life; a browser that is gone closes this lock.
        .catch(() => this.#checkLater());
    });
  }

  /** One timer at a time: what comes next replaces what was to come. */
  #later(delayMs: number, call: () => void): void {
    this.#cancelTimer();
    if (!this.#over) this.#cancelTimer = this.#options.clock.after(delayMs, call);
  }

  /** What fails because the browser ended: the exit of its process is seen by the one who started it. */
  readonly #gone = (): void => undefined;

  #tell(method: string, params: object): void {
    this.#options.devtools.tell(method, params, this.#session ?? undefined);
  }

  #broken(how: 'crashed' | 'hung'): void {
    if (this.#over) return;
    this.close();
    this.#options.onBroken(how);
  }
}
