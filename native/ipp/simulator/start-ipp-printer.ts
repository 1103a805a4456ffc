import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import { createIppPrinter } from '../ipp-printer.ts';
import { listenForCommands } from './command-socket.ts';
import { Conditions } from './conditions.ts';
import { startDnsSd } from './dns-sd.ts';
import { printJob } from './engine.ts';
import { type EvePrinter, evePrinterUri, freePort, startEvePrinter } from './ippeveprinter.ts';
import type { FinishedPaper, IppPrinterOptions, SimulatedIppPrinter } from './printer.ts';
import { createStock } from './stock.ts';

const CANCEL_QUESTION_TIMEOUT_MS = 500;

/**
 * The A4 printer of the demo and the tests: a real ippeveprinter on a free port, whose print command is a small engine
 * that needs time for every page and can be told to fail. Throws if ippeveprinter cannot be started.
 */
export async function startIppPrinter(options: IppPrinterOptions): Promise<SimulatedIppPrinter> {
  const clock = systemClock;
  const conditions = new Conditions();
  const listeners = new Set<(paper: FinishedPaper) => void>();
  const workDir = await mkdtemp(join(tmpdir(), 'tongban-ipp-'));
  const socketPath = join(workDir, 'command');
  const port = await freePort();
  const uri = evePrinterUri(port);
  const ownQueue = createIppPrinter({ uri, clock, log: () => undefined, timeoutMs: CANCEL_QUESTION_TIMEOUT_MS });

  const isCanceled = async (jobId: number): Promise<boolean> => {
    const job = await ownQueue.job(jobId);
    return job.ok && (job.value.state === 'canceled' || job.value.reasons.includes('processing-to-stop-point'));
  };
  const onPaper = (paper: FinishedPaper): void => {
    for (const listener of listeners) listener(paper);
  };
  // Switched off and on again: ippeveprinter keeps its jobs in memory only.
  const onLoseJob = (): void => {
    void queue(() => powerOff().then(powerOn));
  };
  const commands = await listenForCommands(socketPath, (job) =>
    printJob(job, { ...options, clock, conditions, isCanceled, onPaper, onLoseJob }),
  );
  const dnsSd = await startDnsSd();

  const stock = createStock(port);
  let running: EvePrinter | undefined;
  let silent = false;
  /** Plugging and unplugging happen one after another, whoever asks. */
  let steps: Promise<void> = Promise.resolve();

  async function powerOn(): Promise<void> {
    if (silent) running?.signal('SIGCONT');
    silent = false;
    if (running) return;
    const { name, twoSided = false } = options;
    running = await startEvePrinter({ name, port, workDir, socketPath, busAddress: dnsSd.busAddress, twoSided, clock });
    await stock.tell();
  }
  async function powerOff(): Promise<void> {
    await running?.end('SIGKILL');
    running = undefined;
    silent = false;
  }
  const queue = (step: () => Promise<void>): Promise<void> => {
    const done = steps.then(step);
    steps = done.catch(() => undefined);
    return done;
  };
  async function release(): Promise<void> {
    await powerOff();
    await commands.close();
    await dnsSd.close();
    await rm(workDir, { recursive: true, force: true });
  }

  await powerOn().catch(async (cause: unknown) => {
    await release();
    throw cause;
  });
  return {
    uri,
    get pid() {
      return running?.pid;
    },
    set: async (condition, afterPages = 0) => conditions.set(condition, afterPages),
    clear: async (condition) => conditions.clear(condition),
    conditions: () => conditions.all(),
    setTray: (tray, sheets) => stock.setTray(tray, sheets),
    setSupply: (supply, percent) => stock.setSupply(supply, percent),
    onPaper(listener) {
      listeners.add(listener);
    },
    unplug: (how = 'gone') =>
      queue(async () => {
        if (how === 'gone') return powerOff();
        running?.signal('SIGSTOP');
        silent = running !== undefined;
      }),
    plug: () => queue(powerOn),
    close: () => queue(release),
  };
}
