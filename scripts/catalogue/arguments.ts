import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../contract/result.ts';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'build'; readonly dir: string }
  | { readonly name: 'check'; readonly path: string; readonly catalogue: string; readonly json: boolean }
  | {
      readonly name: 'search';
      readonly text: string;
      readonly catalogue: string;
      readonly kiosk: string;
      readonly json: boolean;
      readonly limit: number;
    }
  | {
      readonly name: 'status' | 'rollback';
      readonly dataDir: string;
      readonly catalogue: string;
      readonly json: boolean;
    }
  | { readonly name: 'preview'; readonly what: string; readonly catalogue: string; readonly out: string | undefined };

/** The catalogue that comes with the program. */
export const OWN_CATALOGUE = 'assets/catalogue';
const OWN_KIOSK = '310120-0042';
const SHOWN = 20;

export const HELP = `npm run catalogue -- COMMAND

  build [DIR]                    makes DIR/catalogue.jsonl from DIR/source/ and DIR/items/ (default ${OWN_CATALOGUE})
  check FILE|DIR [--json]        says what is wrong: one file, a folder of files, or a whole catalogue
  search TEXT [--json]           what a person finds who types TEXT, in the same order
  preview CODE|FILE [--out DIR]  the pages as PNG and the papers as PDF, with sample data (default out/preview)
  status DATA [--json]           the catalogue of a stopped kiosk: version, previous one, what was refused and why
  rollback DATA                  goes back to the previous version; the present one is never taken again there

  --in DIR        the catalogue that check, search and preview look into (default ${OWN_CATALOGUE})
  --kiosk ID      search as this machine does (default ${OWN_KIOSK})
  --limit N       search shows so many (default ${SHOWN})

Ends with 0; with 1 if anything is wrong in the files; with 2 if the command itself is. More: docs/adding-an-item.md`;

/** Reads the command line; the error is a sentence. */
export function readArguments(args: readonly string[]): Result<Command, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  const { in: catalogue, json, kiosk, out } = values;
  const [first] = rest;
  if (values.help || name === undefined || name === 'help') return ok({ name: 'help' });
  if (name !== 'search' && rest.length > 1) return err(`${name} takes one name, there are ${rest.length}`);
  switch (name) {
    case 'build':
      return ok({ name, dir: first ?? catalogue });
    case 'check':
      return first === undefined ? err('check what? a file or a folder') : ok({ name, path: first, catalogue, json });
    case 'status':
    case 'rollback':
      return first === undefined
        ? err(`${name} of which kiosk? its data directory`)
        : ok({ name, dataDir: first, catalogue, json });
    case 'preview':
      return first === undefined ? err('preview what? a code or a file') : ok({ name, what: first, catalogue, out });
    case 'search': {
      const limit = Number(values.limit);
      if (rest.length === 0) return err('search for what?');
      if (!Number.isInteger(limit) || limit < 1) return err('--limit: expected a number from 1');
      if (!/^\d{6}-\d{4}$/.test(kiosk)) return err(`--kiosk: expected an id such as ${OWN_KIOSK}`);
      return ok({ name, text: rest.join(' '), catalogue, kiosk, json, limit });
    }
    default:
      return err(`there is no command "${name}"`);
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      in: { type: 'string', default: OWN_CATALOGUE },
      json: { type: 'boolean', default: false },
      kiosk: { type: 'string', default: OWN_KIOSK },
      limit: { type: 'string', default: String(SHOWN) },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
