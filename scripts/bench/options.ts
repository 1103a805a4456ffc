import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly help: boolean;
  readonly quick: boolean;
  /** Names of measures; empty: all. */
  readonly only: readonly string[];
}

export const helpOf = (
  names: readonly string[],
): string => `npm run bench — measures Tongban beside its peers and limits

  npm run bench                  all measures; about two minutes
  npm run bench -- --quick       fewer runs; less than a minute
  npm run bench -- --only NAME   one measure; may be given several times

  measures: ${names.join(', ')}

Every figure stands beside a peer, or a limit that nothing can beat, measured in the same run: compare the ratios, not
the milliseconds of different machines. The table goes to stdout, the same as JSON to out/bench/report.json.`;

/** @throws TypeError with a sentence for the person at the terminal */
export function readOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`--only ${unknown}: expected one of ${names.join(', ')}`);
  return values;
}
