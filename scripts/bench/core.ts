import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { coreForkStarter } from '../../main/shell/core-fork.ts';
import { readCoreMessage } from '../../main/shell/core-protocol.ts';
import { projectRoot } from '../rig/places.ts';

const READY_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 5_000;

export interface BenchCore {
  /** The address of its page, with the token. */
  readonly url: string;
  readonly pid: number;
  /** From the spawn to the message that the page can be had, milliseconds. */
  readonly readyMs: number;
  /** Ends it in order, and by force when it does not. */
  close(): Promise<void>;
}

/** Starts the core as the shell does, without the shell's watch over it, and waits until it is ready. */
export async function startCore(configFile: string, dataDir: string): Promise<BenchCore> {
  const start = coreForkStarter({
    nodePath: process.execPath,
    coreEntry: join(projectRoot, 'main', 'core', 'main.ts'),
  });
  const startedAt = performance.now();
  const core = start({
    TONGBAN_CONFIG: configFile,
    TONGBAN_DATA: dataDir,
    TONGBAN_ROOT: projectRoot,
    TONGBAN_TOKEN: 'bench',
    TONGBAN_LOG: 'silent',
  });
  const events = new EventEmitter<{ exit: []; ready: [string] }>();
  let ended = false;
  core.onExit(() => {
    ended = true;
    events.emit('exit');
  });
  const close = async (): Promise<void> => {
    if (ended) return;
    const exit = once(events, 'exit');
    const timer = setTimeout(() => core.kill(), STOP_LIMIT_MS);
    core.send({ kind: 'stop' });
    await exit;
    clearTimeout(timer);
  };
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => core.kill(), READY_LIMIT_MS);
    events.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the core ended before it was ready'));
    });
    core.onMessage((raw) => {
      const message = readCoreMessage(raw);
      if (message?.kind !== 'ready') return;
      clearTimeout(timer);
      resolve(message.url);
    });
  });
  return { url, pid: core.pid ?? 0, readyMs: performance.now() - startedAt, close };
}
