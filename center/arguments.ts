import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { kioskKeysSchema } from './api/auth.ts';
import type { CenterOptions } from './center.ts';
import { operatorsSchema } from './locker/operators/authentication.ts';

/** A wrong argument or file: told in one line, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

const file = (what: string) => z.string().min(1, `expected ${what}`);

const argumentsSchema = z
  .object({
    data: z.string({ error: 'expected a directory' }).min(1, 'expected a directory'),
    'kiosk-keys': z.string({ error: 'expected a JSON file' }).min(1, 'expected a JSON file'),
    host: z.string().default('127.0.0.1'),
    port: z.coerce.number().int().min(0).max(65535).default(0),
    'public-url': z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
    'trusted-proxy': z
      .string()
      .refine((list) => list.split(',').every((each) => isIP(each) !== 0), 'expected addresses, separated by commas')
      .optional(),
    catalogue: file('a file').optional(),
    operators: file('a JSON file').optional(),
    'sms-webhook': z
      .url({ protocol: /^https?$/, error: 'expected an http or https address' })
      // Numbers and codes go there: in clear to nobody but this machine.
      .refine(
        (url) =>
          !url.startsWith('http:') || ['127.0.0.1', '[::1]', 'localhost'].includes(URL.parse(url)?.hostname ?? ''),
        'expected https, or http at this machine',
      )
      // They would stand in the list of processes, and no request is made with them.
      .refine((url) => !URL.parse(url)?.username && !URL.parse(url)?.password, 'expected no name or password in it')
      .optional(),
    'sms-webhook-secret': file('a file').optional(),
  })
  .refine((given) => (given['sms-webhook'] === undefined) === (given['sms-webhook-secret'] === undefined), {
    error: 'expected --sms-webhook-secret as well, or neither',
    path: ['sms-webhook'],
  });

/**
 * What the command line asks for.
 * @throws StartRefused, or the TypeError of `parseArgs`
 */
export function readArguments(argv: string[]): CenterOptions | 'help' | 'hashOperator' {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      data: text,
      'kiosk-keys': text,
      host: text,
      port: text,
      'public-url': text,
      'trusted-proxy': text,
      catalogue: text,
      operators: text,
      'sms-webhook': text,
      'sms-webhook-secret': text,
      'hash-operator': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  if (values['hash-operator']) return 'hashOperator';
  const given = argumentsSchema.safeParse(values);
  if (!given.success) throw new StartRefused(problem('--', given.error));
  const { data, host, port, catalogue, operators } = given.data;
  const publicUrl = given.data['public-url'];
  const trustedProxy = given.data['trusted-proxy'];
  const url = given.data['sms-webhook'];
  return {
    dataDir: data,
    kioskKeys: readJson(given.data['kiosk-keys'], kioskKeysSchema, '{ "<kiosk id>": "<key>" }'),
    host,
    port,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustedProxy === undefined ? {} : { trustedProxy }),
    ...(catalogue === undefined ? {} : { catalogueFile: catalogue }),
    ...(operators === undefined ? {} : { operators: readJson(operators, operatorsSchema, '{ "<name>": "<hash>" }') }),
    ...(url === undefined ? {} : { smsWebhook: { url, secret: readSecret(given.data['sms-webhook-secret'] ?? '') } }),
  };
}

const SHORTEST_SECRET = 16;

function readSecret(path: string): string {
  const secret = readText(path).trim();
  if (secret.length < SHORTEST_SECRET) {
    throw new StartRefused(`${path}: expected a secret of at least ${SHORTEST_SECRET} characters`);
  }
  return secret;
}

function readJson<T>(path: string, schema: z.ZodType<T>, shape: string): T {
  const text = readText(path);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's message quotes the file, which holds secrets.
    throw new StartRefused(`${path}: expected JSON, ${shape}`);
  }
  const read = schema.safeParse(content);
  if (!read.success) throw new StartRefused(problem(`${path}: `, read.error));
  return read.data;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new StartRefused(`${path}: ${String(error.code)}`);
    throw error;
  }
}

function problem(prefix: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `${prefix}${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`;
}
