import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments } from './chromium-flags.ts';
import { writePreferences } from './chromium-preferences.ts';
import type { ProcessExit } from './core-process.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { killGroup } from './kill-group.ts';

/** Profiles are directories named after this and the shell's pid. */
export const PROFILE_PREFIX = 'tongban-page-';

/** Removes the profiles that a shell left which was ended by force: what a visit left in them must not stay. */
export function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const shell = new RegExp(`^${PROFILE_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (shell === undefined || existsSync(`/proc/${shell}`)) continue;
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

export interface ChromiumProcess {
  readonly pid: number | undefined;
  readonly profile: string;
  readonly devtools: DevtoolsPipe;
  onExit(listener: (exit: ProcessExit) => void): void;
  /** Ends the browser and all its helpers at once (SIGKILL); the profile is removed when they are gone. */
  kill(): void;
}

/** Starts Chromium with a fresh profile of mode 0700, which is removed at its end with all that a page left in it. */
export function startChromium(binary: string, headless: boolean): ChromiumProcess {
  const profile = mkdtempSync(path.join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));
  writePreferences(profile);
  const root = process.getuid?.() === 0;
  const child = spawn(binary, chromiumArguments({ profile, headless, root }), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // The profile is home as well: a home directory that cannot be written would stop the browser.
    env: { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
    detached: true,
  });
  const devtools = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  return {
    pid: child.pid,
    profile,
    devtools,
    kill,
    onExit(listener) {
      let told = false;
      const tell = (code: number | null, signal: string | null): void => {
        if (told) return;
        told = true;
        kill();
        // Helpers may write for a last moment while they die.
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
        listener({ code, signal });
      };
      child.once('exit', tell);
      child.once('error', () => {
        if (child.pid === undefined) tell(127, null);
      });
    },
  };
}
