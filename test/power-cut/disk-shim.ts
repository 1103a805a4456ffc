import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('./power-cut.c', import.meta.url).pathname;
const WRITER = new URL('./writer.ts', import.meta.url).pathname;
const ROUND_LIMIT_MS = 30_000;

/** Compiles the shim (Debian: gcc, libc6-dev). Throws with the compiler's words, or with what to install. */
export function buildShim(directory: string): string {
  const shim = join(directory, 'power-cut.so');
  const gcc = spawnSync('gcc', ['-std=gnu11', '-O1', '-Wall', '-shared', '-fPIC', '-o', shim, SOURCE, '-ldl'], {
    encoding: 'utf8',
  });
  if (gcc.error !== undefined) {
    throw new Error('the power-cut test needs a C compiler: apt-get install gcc libc6-dev', { cause: gcc.error });
  }
  if (gcc.status !== 0) throw new Error(gcc.stderr);
  return shim;
}

export interface RoundOptions {
  readonly shim: string;
  /** Where the writer works; may hold what an earlier cut left. */
  readonly dataDir: string;
  /** Gets a directory per cut: 0, 1, … */
  readonly outDir: string;
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly cuts: number;
  /** Mean number of file operations between two cuts. */
  readonly spacing: number;
  readonly seed: number;
}

export interface Cut {
  readonly directory: string;
  /** Transaction → highest revision that was acknowledged before this cut. */
  readonly acknowledged: ReadonlyMap<string, number>;
}

/** Runs one writer until its last cut. `before` holds what earlier rounds had acknowledged and kept. */
export async function runRound(options: RoundOptions, before: ReadonlyMap<string, number>): Promise<Cut[]> {
  const { shim, dataDir, outDir, synchronous, cuts, spacing, seed } = options;
  for (const directory of [dataDir, outDir]) mkdirSync(directory, { recursive: true });
  const transcript = join(outDir, 'transcript');
  const stdout = openSync(transcript, 'w');
  const writer = spawn(process.execPath, [WRITER, dataDir, synchronous], {
    stdio: ['ignore', stdout, 'pipe'],
    timeout: ROUND_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      LD_PRELOAD: shim,
      CUT_DIR: dataDir,
      CUT_OUT: outDir,
      CUT_COUNT: String(cuts),
      CUT_SPACING: String(spacing),
      CUT_SEED: String(seed),
    },
  });
  closeSync(stdout);
  let complaint = '';
  writer.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise((resolve) => writer.once('close', resolve));
  if (code !== 0) throw new Error(`the writer ended with ${String(code)}: ${complaint}`);
  return readTranscript(readFileSync(transcript, 'utf8'), outDir, before);
}

function readTranscript(text: string, outDir: string, before: ReadonlyMap<string, number>): Cut[] {
  const acknowledged = new Map(before);
  const found: Cut[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [word, first = '', revision] = line.split(' ');
    if (word === 'ACK') acknowledged.set(first, Number(revision));
    else found.push({ directory: join(outDir, first), acknowledged: new Map(acknowledged) });
  }
  return found;
}
