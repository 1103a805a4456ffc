import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../contract/result.ts';
import type { AnySimulator, SimulatorOptions } from '../../native/simulation/simulators.ts';

export interface SimulateArguments {
  readonly options: SimulatorOptions;
  readonly port: string | undefined;
  readonly scenario: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

const COMMON = {
  port: { type: 'string' },
  scenario: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const help = (names: readonly string[]): string => `npm run simulate -- DEVICE [options]

A simulated device at the far end of a cable of its own: a pseudo-terminal or a local socket. What the kiosk's
configuration needs to reach it is printed first. Then type what a hand does at it; "help" names the acts, Ctrl-C ends it.

  DEVICE: ${names.join(', ')}
  --help after a DEVICE names its own options and acts

  --port PATH       the name of the cable (default: in a folder of its own)
  --scenario FILE   what goes wrong, and when: {"steps": [{"onCommand": 3, "do": "drop"}, …]}, see docs/simulators.md
  --out DIR         where papers and the like come out (default: a folder of its own)
  --json            one JSON object a line instead of words`;

export const helpOf = ({ name, options, optionsSay }: AnySimulator, acts: readonly string[]): string =>
  [
    `npm run simulate -- ${name} [options]`,
    '',
    ...Object.entries(options).map(([key, value]) => `  --${kebab(key)}  ${optionsSay[key] ?? ''} (default ${value})`),
    '',
    ...acts,
  ].join('\n');

/** Reads what follows the name of the device; the error is a sentence. */
export function readSimulateArguments(
  simulator: AnySimulator,
  args: readonly string[],
): Result<SimulateArguments, string> {
  const own = Object.fromEntries(
    Object.entries(simulator.options).map(([key, value]) => [
      kebab(key),
      typeof value === 'boolean' ? { type: 'boolean' as const } : { type: 'string' as const },
    ]),
  );
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...args], options: { ...COMMON, ...own } }));
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
  const options: Record<string, string | number | boolean> = {};
  for (const [key, fallback] of Object.entries(simulator.options)) {
    const given = values[kebab(key)] ?? fallback;
    if (typeof fallback !== 'number') options[key] = given as string | boolean;
    else if (!Number.isInteger(Number(given)) || given === '') return err(`--${kebab(key)}: expected a whole number`);
    else options[key] = Number(given);
  }
  const text = (name: 'port' | 'scenario' | 'out'): string | undefined => values[name] as string | undefined;
  return ok({
    options,
    port: text('port'),
    scenario: text('scenario'),
    out: text('out'),
    json: values.json === true,
  });
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
