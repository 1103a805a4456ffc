import { runElectron } from '../electron/run-electron.ts';
import { ClockDouble } from './core-double.ts';
import {
  type ElectronDouble,
  electronDouble,
  type UtilityProcessDouble,
  type WebContentsDouble,
  type WindowDouble,
} from './electron-double.ts';

export const PAGE = 'http://127.0.0.1:4711/?token=t';

export interface StartedElectron extends ElectronDouble {
  readonly clock: ClockDouble;
  readonly denied: string[];
  readonly window: WindowDouble;
  readonly contents: WebContentsDouble;
  core(): UtilityProcessDouble;
}

/** The packaged Electron shell on the double, its core ready and its page loaded. */
export async function startedElectron(environment: Record<string, string> = {}): Promise<StartedElectron> {
  const double = electronDouble();
  const clock = new ClockDouble();
  const denied: string[] = [];
  await runElectron(double.apis, {
    clock,
    log: (event, fields) => event === 'shell-denied' && denied.push(String(fields?.what)),
    commandLine: ['/opt/tongban/tongban'],
    environment,
  });
  const window = double.windows[0];
  if (!window) throw new Error('no window was opened');
  const core = (): UtilityProcessDouble => {
    const last = double.cores.at(-1);
    if (!last) throw new Error('no core was started');
    return last;
  };
  core().emit('message', { kind: 'ready', url: PAGE });
  window.webContents.emit('did-finish-load');
  return { ...double, clock, denied, window, contents: window.webContents, core };
}

/** An event as Electron gives it, and whether it was prevented. */
export function preventable<T extends object>(fields: T): T & { prevented: boolean; preventDefault(): void } {
  const event = {
    ...fields,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}
