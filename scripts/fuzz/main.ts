import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { allSubjects } from '../../test/fuzz/all-subjects.ts';
import { longNoise, PROPERTIES, PROPERTY_NAMES } from '../../test/fuzz/properties.ts';

const HELP = `npm run fuzz -- [--family NAME] [--cases N] [--seed N]

Feeds the decoders of all wires with valid streams cut anywhere, damaged streams and noise, made by chance. A counterexample is
printed small, with the seed that makes it again. --cases: generated cases for each family (default 100000).`;

/** As the other commands: one line, and 2. */
function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    process.stderr.write(`fuzz: ${error instanceof Error ? error.message : 'the arguments cannot be read'}\n`);
    process.exit(EXIT_USAGE);
  }
}

const OPTIONS = {
  family: { type: 'string' },
  cases: { type: 'string', default: '100000' },
  seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
const NOISE_BYTES = 1_000_000;
const CHUNKS = [1, 7, 64, 4096] as const;
const EXIT_USAGE = 2;
/** A number of cases that cannot be read would be none, and nothing would be found. */
const isWhole = (text: string): boolean => /^\d{1,10}$/.test(text);

const values = readOptions();

if (values.help) process.stdout.write(`${HELP}\n`);
else if (!isWhole(values.cases) || !isWhole(values.seed) || Number(values.cases) === 0) {
  process.stderr.write('fuzz: --cases and --seed: expected a whole number\n');
  process.exitCode = EXIT_USAGE;
} else process.exitCode = await fuzz(Number(values.cases), Number(values.seed), values.family);

async function fuzz(cases: number, seed: number, only: string | undefined): Promise<number> {
  const subjects = (await allSubjects()).filter(({ family }) => only === undefined || family === only);
  if (subjects.length === 0) {
    process.stderr.write(`fuzz: no family ${only}\n`);
    return EXIT_USAGE;
  }
  let failed = 0;
  for (const subject of subjects) {
    const from = performance.now();
    const numRuns = Math.ceil(cases / PROPERTY_NAMES.length);
    const faults: string[] = [];
    for (const name of PROPERTY_NAMES) {
      const fault = PROPERTIES[name](subject, { numRuns, seed });
      if (fault !== undefined) faults.push(`${name}: ${fault}`);
    }
    const [good = new Uint8Array()] = fc.sample(subject.frame, { numRuns: 1, seed });
    const [noise = new Uint8Array()] = fc.sample(
      fc.uint8Array({ minLength: NOISE_BYTES, maxLength: NOISE_BYTES, size: 'max' }),
      { numRuns: 1, seed },
    );
    for (const chunkBytes of CHUNKS) {
      try {
        longNoise(subject, noise, good, chunkBytes);
      } catch (error) {
        faults.push(`noise in chunks of ${chunkBytes}: ${error instanceof Error ? error.message : error}`);
      }
    }
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(
      `${subject.family}: ${numRuns * PROPERTY_NAMES.length} cases, ${faults.length} faults, ${seconds} s\n`,
    );
    for (const fault of faults) process.stdout.write(`${fault}\n`);
    failed += faults.length;
  }
  process.stdout.write(`seed ${seed}: ${failed === 0 ? 'nothing found' : `${failed} faults`}\n`);
  return failed === 0 ? 0 : 1;
}
