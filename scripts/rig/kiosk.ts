import { join } from 'node:path';
import { runShell } from '../../main/shell/run-shell.ts';
import { projectRoot } from './places.ts';
import type { Rig } from './rig.ts';

export interface RunningKiosk {
  readonly url: string;
  /** The core that runs now; another after a restart. */
  corePid(): number;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/** The kiosk of a rig under the shell that shows nothing: a browser elsewhere looks at it. */
export function startKiosk(rig: Pick<Rig, 'configFile' | 'kioskDataDir'>): Promise<RunningKiosk> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void shell.stop();
      reject(new Error(`the kiosk was not ready in ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    const shell = runShell({
      kind: 'none',
      coreEntry: join(projectRoot, 'main', 'core', 'main.ts'),
      nodePath: process.execPath,
      environment: {
        TONGBAN_CONFIG: rig.configFile,
        TONGBAN_DATA: rig.kioskDataDir,
        TONGBAN_ROOT: projectRoot,
        TONGBAN_DEVELOPMENT: '1',
      },
      onReady: (url) => {
        clearTimeout(timer);
        resolve({ url, corePid: () => shell.corePid() ?? 0, stop: () => shell.stop() });
      },
      onGivenUp: ({ code }) => {
        clearTimeout(timer);
        reject(new Error(`the core gave up with code ${code}`));
      },
    });
  });
}
