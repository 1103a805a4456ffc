import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments } from './chromium-flags.ts';
import { writePreferences } from './chromium-preferences.ts';
import type { ProcessExit } from './core-process.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { killGroup } from './kill-group.ts';

/** Profiles are directories named after this, the shell's pid and the moment it was started. */
export const PROFILE_PREFIX = 'tongban-page-';

/**
 * Removes the profiles that a shell left which was ended by force: what a visit left in them must not stay. After a loss of
 * power the same pid is soon somebody else's, often the new shell's, so the pid alone does not say that its owner lives.
 * Directories of other users are not ours to remove, and must not keep the shell from starting.
 */
export function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid, started] = new RegExp(`^${PROFILE_PREFIX}(\\d+)-(?:(\\w+)-)?`).exec(name) ?? [];
    if (pid === undefined || (started !== undefined && started === startOf(pid))) continue;
    const profile = path.join(tmpdir(), name);
    const found = lstatSync(profile, { throwIfNoEntry: false });
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) continue;
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A short mark of the boot and tick at which a process was started; undefined: there is none of this pid. */
function startOf(pid: string): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    // The second field is the program's name, in brackets and with any character in it; the start is the 22nd (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return createHash('sha256').update(`${boot}${fields[19]}`).digest('hex').slice(0, 6);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

/**
 * Where the browser may put what it makes for itself, its socket for one: in its profile, for in the common directory it
 * would outlive a browser ended by force. The path of a socket has 107 bytes, of which Chromium needs 46.
 */
function temporaryOf(profile: string): string {
  const temporary = path.join(profile, 't');
  if (Buffer.byteLength(temporary) > 107 - 46) return tmpdir();
  mkdirSync(temporary, { mode: 0o700 });
  return temporary;
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
  const profile = mkdtempSync(path.join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-${startOf('self')}-`));
  writePreferences(profile);
  const root = process.getuid?.() === 0;
  const child = spawn(binary, chromiumArguments({ profile, headless, root }), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // The profile is home as well: a home directory that cannot be written would stop the browser.
    env: {
      ...process.env,
      HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_CACHE_HOME: profile,
      TMPDIR: temporaryOf(profile),
    },
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
