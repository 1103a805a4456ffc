import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { ElectronApis } from '../electron/apis.ts';

/** A double of the Electron APIs that the shell uses: it keeps what it was given, and a test plays the events. */

export class WebContentsDouble extends EventEmitter {
  readonly loaded: string[] = [];
  windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  zoom = 1;
  crashes = 0;
  /** Whether the page answers `executeJavaScript`. */
  answers = true;

  setWindowOpenHandler(handler: typeof this.windowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  executeJavaScript(): Promise<number> {
    return this.answers ? Promise.resolve(1) : new Promise(() => undefined);
  }

  forcefullyCrashRenderer(): void {
    this.crashes += 1;
    this.emit('render-process-gone', {}, { reason: 'killed' });
  }

  isDestroyed(): boolean {
    return false;
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new WebContentsDouble();
  readonly options: BrowserWindowConstructorOptions;
  shown = false;
  menu = true;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  removeMenu(): void {
    this.menu = false;
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.shown = true;
  }

  isDestroyed(): boolean {
    return false;
  }
}

type Handler = (...args: never[]) => unknown;

/** Keeps every handler under the name of its setter. */
export class SessionDouble extends EventEmitter {
  readonly handlers = new Map<string, Handler | null>();
  spellChecker = true;
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => this.handlers.set('onBeforeRequest', handler),
    onHeadersReceived: (handler: Handler) => this.handlers.set('onHeadersReceived', handler),
  };
  readonly setPermissionRequestHandler = this.#keep('permissionRequest');
  readonly setPermissionCheckHandler = this.#keep('permissionCheck');
  readonly setDevicePermissionHandler = this.#keep('devicePermission');
  readonly setDisplayMediaRequestHandler = this.#keep('displayMedia');
  readonly setBluetoothPairingHandler = this.#keep('bluetooth');
  readonly setCertificateVerifyProc = this.#keep('certificate');

  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on;
  }

  /** Calls a handler: its answer is what it gives to the callback (its last argument), or else what it returns. */
  ask(name: string, ...args: unknown[]): unknown {
    const handler = this.handlers.get(name) as ((...all: unknown[]) => unknown) | undefined;
    if (!handler) throw new Error(`no handler for ${name}`);
    const answers: unknown[] = [];
    const returned = handler(...args, (given: unknown) => answers.push(given));
    return answers.length > 0 ? answers[0] : returned;
  }

  #keep(name: string): (handler: Handler | null) => void {
    return (handler) => this.handlers.set(name, handler);
  }
}

export class UtilityProcessDouble extends EventEmitter {
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly posted: unknown[] = [];
  readonly ports: unknown[] = [];
  pid: number | undefined;

  constructor(entry: string, environment: Readonly<Record<string, string>>) {
    super();
    this.entry = entry;
    this.environment = environment;
  }

  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.posted.push(message);
    this.ports.push(...ports);
  }
}

export class AppDouble extends EventEmitter {
  isPackaged = true;
  lock = true;
  sandboxed = false;
  exitCode: number | null = null;
  readonly switches = new Map<string, string>();
  readonly commandLine = { appendSwitch: (name: string, value: string) => this.switches.set(name, value) };

  requestSingleInstanceLock(): boolean {
    return this.lock;
  }

  enableSandbox(): void {
    this.sandboxed = true;
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  getAppPath(): string {
    return '/opt/tongban/resources/app.asar';
  }

  exit(code: number): void {
    this.exitCode = code;
  }
}

export interface ElectronDouble {
  readonly apis: ElectronApis;
  readonly app: AppDouble;
  readonly windows: WindowDouble[];
  readonly cores: UtilityProcessDouble[];
  readonly hosts: UtilityProcessDouble[];
  readonly defaultSession: SessionDouble;
  readonly kioskSession: SessionDouble;
  readonly menus: unknown[];
  readonly partitions: string[];
}

export function electronDouble(): ElectronDouble {
  const app = new AppDouble();
  const windows: WindowDouble[] = [];
  const cores: UtilityProcessDouble[] = [];
  const hosts: UtilityProcessDouble[] = [];
  const menus: unknown[] = [];
  const partitions: string[] = [];
  const defaultSession = new SessionDouble();
  const kioskSession = new SessionDouble();
  const apis = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
    Menu: { setApplicationMenu: (menu: unknown) => menus.push(menu) },
    powerSaveBlocker: { start: () => 1 },
    session: {
      defaultSession,
      fromPartition: (name: string) => {
        partitions.push(name);
        return kioskSession;
      },
    },
    MessageChannelMain: class {
      readonly port1 = { end: 1 };
      readonly port2 = { end: 2 };
    },
    utilityProcess: {
      fork(entry: string, _args: string[], options: { env: Readonly<Record<string, string>> }) {
        const child = new UtilityProcessDouble(entry, options.env);
        (entry.endsWith('host-process.mjs') ? hosts : cores).push(child);
        return child;
      },
    },
  };
  return {
    apis: apis as unknown as ElectronApis,
    app,
    windows,
    cores,
    hosts,
    defaultSession,
    kioskSession,
    menus,
    partitions,
  };
}
