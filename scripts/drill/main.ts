import { join } from 'node:path';
import { nodeHostStarter } from '../../main/devices/host-starter.ts';
import { deviations } from '../../test/drill/expected.ts';
import { type MatrixCell, matrixOf } from '../../test/drill/matrix.ts';
import { runCell } from '../../test/drill/run-cell.ts';
import { createTurnstile } from '../../test/drill/turnstile.ts';
import { projectRoot } from '../rig/places.ts';
import { type DrillCommand, HELP, readDrillArguments } from './arguments.ts';
import { drillLocker } from './locker-drill.ts';
import { headOf, lastLineOf, type PlayedCell, rowOf } from './table.ts';

const EXIT = { fine: 0, failed: 1, usage: 2 } as const;
/** Each cell has processes of its own, and is measured: few enough to leave a small machine room. */
const AT_ONCE = 4;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// `… devices | head`: whoever reads has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const read = readDrillArguments(process.argv.slice(2));
if (read.ok) process.exitCode = await run(read.value);
else {
  process.stderr.write(`drill: ${read.error}\n\n${HELP}\n`);
  process.exitCode = EXIT.usage;
}

async function run(command: DrillCommand): Promise<number> {
  if (command.name === 'help') {
    say(HELP);
    return EXIT.fine;
  }
  if (command.name === 'locker') return (await drillLocker(command, say)) ? EXIT.fine : EXIT.failed;
  const turnstile = createTurnstile(AT_ONCE);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const playing = matrixOf(command.subjects).map((cell) =>
    turnstile(async () => (stop.signal.aborted ? undefined : play(cell))),
  );
  const cells: PlayedCell[] = [];
  for (const next of playing) {
    const cell = await next;
    if (stop.signal.aborted || !cell) return ended(playing);
    if (command.json) say(JSON.stringify(plain(cell)));
    else
      for (const line of [...(cells.at(-1)?.subject === cell.subject ? [] : headOf(cell)), ...rowOf(cell)]) say(line);
    cells.push(cell);
  }
  if (!command.json) say(`\n${lastLineOf(cells)}`);
  return cells.every((cell) => cell.deviations.length === 0) ? EXIT.fine : EXIT.failed;
}

/** Somebody wants it to end: the cells under way take their printers and cables away first. */
async function ended(playing: readonly Promise<unknown>[]): Promise<number> {
  process.stderr.write('drill: ends when the cells under way have cleared up\n');
  await Promise.allSettled(playing);
  return EXIT.failed;
}

async function play(cell: MatrixCell): Promise<PlayedCell> {
  const { subject, fault, stated } = cell;
  if ('notApplicable' in stated) return { ...cell, result: undefined, deviations: [] };
  const result = await runCell(subject, fault, {
    startHost: nodeHostStarter(),
    assetsDir: join(projectRoot, 'assets'),
  });
  return { ...cell, result, deviations: deviations(result, stated) };
}

function plain({ subject, fault, stated, result, deviations: found }: PlayedCell): object {
  return {
    driver: subject.name,
    fault,
    ...('notApplicable' in stated ? { notApplicable: stated.notApplicable } : { ...result, says: stated.says }),
    deviations: found,
  };
}
