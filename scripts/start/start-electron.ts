import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from '../../main/shell/core-process.ts';
import { findElectronBinary } from '../../main/shell/electron-binary.ts';
import { launchElectron } from '../../main/shell/electron-launch.ts';
import { projectRoot } from '../rig/places.ts';
import { UsageError } from './options.ts';

export interface ElectronRequest {
  readonly environment: Environment;
  readonly onReady: (url: string) => void;
  readonly onEnded: (code: number) => void;
}

/** Builds what Electron runs (its Node does not read TypeScript), then runs it. */
export function startElectron({ environment, onReady, onEnded }: ElectronRequest): { stop(): Promise<void> } {
  const binary = findElectronBinary();
  if (binary === null) throw new UsageError("Electron's binary is not here");
  execFileSync(process.execPath, [join(projectRoot, 'scripts', 'build.ts')], { cwd: projectRoot, stdio: 'inherit' });
  return launchElectron({ binary, appPath: projectRoot, environment, onReady, onEnded });
}
