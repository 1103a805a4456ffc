import { join } from 'node:path';
import { runShell } from '../../main/shell/run-shell.ts';
import { projectRoot } from '../rig/places.ts';
import type { ShellKind } from './options.ts';
import { startElectron } from './start-electron.ts';

export interface ShellRequest {
  readonly kind: ShellKind;
  readonly configFile: string;
  readonly dataDir: string;
  readonly onReady: (url: string) => void;
  /** The shell has ended for good, with this exit code. */
  readonly onEnded: (code: number) => void;
}

/** Starts the kiosk under the chosen shell. */
export function startShell({ kind, configFile, dataDir, onReady, onEnded }: ShellRequest): { stop(): Promise<void> } {
  const environment = { TONGBAN_CONFIG: configFile, TONGBAN_DATA: dataDir, TONGBAN_ROOT: projectRoot };
  if (kind === 'electron') return startElectron({ environment, onReady, onEnded });
  return runShell({
    kind,
    coreEntry: join(projectRoot, 'main', 'core', 'main.ts'),
    nodePath: process.execPath,
    environment,
    onReady,
    onGivenUp: (exit) => onEnded(exit.code ?? 1),
  });
}
