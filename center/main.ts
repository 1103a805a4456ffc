import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { kioskKeysSchema } from './api/auth.ts';
import { type CenterOptions, startCenter } from './center.ts';

const USAGE = `The reference “一网通办” gateway.

  node center/main.ts --data DIR --kiosk-keys FILE [--host HOST] [--port PORT] [--public-url URL]
    [--catalogue FILE]

  --data        where the database and the key of the check codes are kept; made if missing
  --kiosk-keys  JSON file: { "<kiosk id>": "<key, at least 16 characters>" }
  --host        default 127.0.0.1
  --port        default 0: any free port
  --public-url  what QR codes begin with; default: the address it listens on
  --catalogue   bundle that is published if it is not the newest already; default: assets/catalogue/catalogue.jsonl

Prints one JSON line on stdout when it serves: {"event":"listening","url":"http://…"}
`;

/** A wrong argument or file: told in one line, without a stack. */
class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const argumentsSchema = z.object({
  data: z.string({ error: 'expected a directory' }).min(1, 'expected a directory'),
  'kiosk-keys': z.string({ error: 'expected a JSON file' }).min(1, 'expected a JSON file'),
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65535).default(0),
  'public-url': z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  catalogue: z.string().min(1, 'expected a file').optional(),
});

function readOptions(argv: string[]): CenterOptions | 'help' {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      data: text,
      'kiosk-keys': text,
      host: text,
      port: text,
      'public-url': text,
      catalogue: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  const given = argumentsSchema.safeParse(values);
  if (!given.success) throw new StartRefused(problem('--', given.error));
  const publicUrl = given.data['public-url'];
  const catalogueFile = given.data.catalogue;
  return {
    dataDir: given.data.data,
    kioskKeys: readKeys(given.data['kiosk-keys']),
    host: given.data.host,
    port: given.data.port,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(catalogueFile === undefined ? {} : { catalogueFile }),
  };
}

function readKeys(file: string): CenterOptions['kioskKeys'] {
  const keys = kioskKeysSchema.safeParse(parseJson(file));
  if (!keys.success) throw new StartRefused(problem(`${file}: `, keys.error));
  return keys.data;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new StartRefused(`${file}: expected JSON, { "<kiosk id>": "<key>" }`);
    if (error instanceof Error && 'code' in error) throw new StartRefused(`${file}: ${String(error.code)}`);
    throw error;
  }
}

function problem(prefix: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `${prefix}${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const center = await startCenter(options);
  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    void center.close();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: center.url })}\n`);
}

main().catch((error: unknown) => {
  const plain = error instanceof StartRefused || (error instanceof TypeError && 'code' in error);
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
