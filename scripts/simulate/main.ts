import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { systemClock } from '../../native/clock.ts';
import { doByHand, handsOf, playScenario, type Scenario, scenarioSchema } from '../../native/simulation/scenario.ts';
import type { RunningSimulator } from '../../native/simulation/simulator.ts';
import { type AnySimulator, loadSimulator, SIMULATORS } from '../../native/simulation/simulators.ts';
import { help, helpOf, readSimulateArguments, type SimulateArguments } from './arguments.ts';
import { createSimulateReport, type SimulateReport } from './report.ts';
import { type OpenedSurroundings, openSurroundings } from './surroundings.ts';

const EXIT_USAGE = 2;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wrong = (sentence: string): void => {
  process.stderr.write(`simulate: ${sentence}\n`);
  process.exitCode = EXIT_USAGE;
};

const [name = '', ...rest] = process.argv.slice(2);
const simulator = await loadSimulator(name);
const helpWanted = [name, ...rest].some((word) => word === '--help' || word === '-h');
if (!simulator) {
  if (name !== '' && !helpWanted) process.stderr.write(`simulate: there is no device "${name}"\n`);
  say(help(Object.keys(SIMULATORS)));
  if (!helpWanted) process.exitCode = EXIT_USAGE;
} else {
  const read = readSimulateArguments(
    simulator,
    rest.filter((word) => word !== '--help' && word !== '-h'),
  );
  if (!read.ok) wrong(read.error);
  else {
    const scenario = readScenario(read.value.scenario);
    if (scenario !== null) await run(simulator, read.value, scenario);
  }
}

/** Undefined: none was asked for; null: it is wrong, and that was said. */
function readScenario(file: string | undefined): Scenario | undefined | null {
  if (file === undefined) return undefined;
  try {
    const parsed = scenarioSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) wrong(`${file}: ${path.join('.')}: ${message}`);
  } catch (error) {
    wrong(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  return null;
}

async function run(chosen: AnySimulator, given: SimulateArguments, scenario: Scenario | undefined): Promise<void> {
  const report = createSimulateReport(say, given.json);
  const around = openSurroundings(given, report.chunk);
  const running = await startOr(wrong, () => chosen.start(given.options, around));
  if (!running) return around.close();
  const acts = Object.entries(handsOf(running)).map(([act, { says }]) => `  ${act}  ${says}`);
  if (helpWanted) {
    say(helpOf(chosen, acts));
    await running.close();
    return around.close();
  }
  report.ready(chosen.device, running.config);
  const played =
    scenario &&
    playScenario(scenario, running, {
      clock: systemClock,
      onStep: (step) => report.note(JSON.stringify(step)),
      onRefused: (_step, why) => report.refused(why),
    });
  listen(running, around, report, acts, () => played?.stop());
}

/** What the person at the terminal can mend (a name that is taken, a number out of range) is a sentence; the rest is a bug. */
async function startOr<T>(tell: (sentence: string) => void, start: () => Promise<T>): Promise<T | undefined> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error && ('syscall' in error || error instanceof RangeError))) throw error;
    tell(error.message);
    return undefined;
  }
}

function listen(
  running: RunningSimulator,
  around: OpenedSurroundings,
  report: SimulateReport,
  acts: readonly string[],
  onEnd: () => void,
): void {
  const lines = createInterface({ input: process.stdin });
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    onEnd();
    lines.close();
    await running.close();
    around.close();
  };
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    if (line.trim() === 'help') {
      for (const act of acts) report.note(act);
      return;
    }
    doByHand(running, line).then(
      () => report.note(`done: ${line.trim()}`),
      (error: unknown) => {
        if (!(error instanceof RangeError)) throw error;
        report.refused(error.message);
      },
    );
  });
  // A terminal that ends asks to end; a pipe or file that ends has only nothing more to say.
  if (process.stdin.isTTY) lines.on('close', () => void end());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
}
