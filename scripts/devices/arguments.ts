import { parseArgs } from 'node:util';
import { type DeviceName, deviceNameSchema } from '../../contract/device-status.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { USUAL_ADDRESSES } from '../../native/discovery/probes/table.ts';

export interface ScanCommand {
  readonly name: 'scan';
  readonly config: string | undefined;
  readonly write: boolean;
  /** Entries that are there and differ are replaced. */
  readonly replace: boolean;
  readonly json: boolean;
  /** Where any is named, here and in `printers`, nothing else is looked at. */
  readonly ports: readonly string[];
  readonly printers: readonly string[];
  /** How many addresses of each family of boards are asked. */
  readonly addresses: number;
}

export type DevicesCommand =
  | { readonly name: 'help' }
  | ScanCommand
  | {
      readonly name: 'test' | 'watch';
      readonly device: DeviceName;
      readonly config: string;
      readonly json: boolean;
      /** For lockers: the one cell that may be opened. */
      readonly cell: number | undefined;
    };

/** Of the family with the most. */
const MOST_ADDRESSES = 247;

const NAMES = deviceNameSchema.options;

export const HELP = `npm run devices -- COMMAND [--config FILE] [--json]

  scan           finds what is plugged in, says which driver fits and how sure that is, and shows the "devices" part of
                 kiosk.json for it; asks questions only, nothing moves and nothing opens
    --write      puts it into FILE and keeps FILE.before; an entry that is another device stays unless --replace
    --port PATH, --printer URI
                 looks only there (each may be given more than once); a network printer is found only so
    --addresses N
                 asks N addresses of each family of boards (default ${USUAL_ADDRESSES}); more take longer
  test NAME      the device's own check, step by step: read a card, print a slip, open one cell (--cell N)
  watch NAME     what passes on its wire, in words; personal data is masked; Ctrl-C ends it

  NAME           ${NAMES.join(', ')}
  --config FILE  kiosk.json (default: TONGBAN_CONFIG); the kiosk must not be running: a device has one master

Ends with 0; with 1 if a check failed; with 2 if the command itself is wrong. More: docs/devices.md`;

/** Reads the command line; the error is a sentence. */
export function readDevicesArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<DevicesCommand, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
  const { values, positionals } = parsed;
  const [name, given, ...rest] = positionals;
  const { json, write, replace, port: ports, printer: printers } = values;
  const config = values.config ?? environment.TONGBAN_CONFIG;
  if (values.help || name === undefined || name === 'help') return ok({ name: 'help' });
  if (rest.length > 0) return err(`one name only, there are ${rest.length + 1}`);
  if (name === 'scan') {
    if (given !== undefined) return err('scan takes no name: it looks everywhere');
    if (write && config === undefined) return err('--write needs --config FILE');
    if (replace && !write) return err('--replace is for --write');
    const addresses = Number(values.addresses ?? USUAL_ADDRESSES);
    if (!(Number.isInteger(addresses) && addresses > 0 && addresses <= MOST_ADDRESSES)) {
      return err(`--addresses: expected a number from 1 to ${MOST_ADDRESSES}`);
    }
    const bad = printers.find((uri) => !/^(?:ipps?|https?):\/\//.test(uri) || !URL.canParse(uri));
    if (bad !== undefined) return err(`--printer: expected ipp://HOST/ipp/print, not ${bad}`);
    return ok({ name, config, write, replace, json, ports, printers, addresses });
  }
  if (name !== 'test' && name !== 'watch') return err(`there is no command "${name}"`);
  const device = deviceNameSchema.safeParse(given);
  if (!device.success) return err(`${name} which device? ${NAMES.join(', ')}`);
  if (config === undefined) return err('--config FILE: which kiosk.json?');
  const cell = values.cell === undefined ? undefined : Number(values.cell);
  if (cell !== undefined && !(Number.isInteger(cell) && cell > 0)) return err('--cell: expected a number from 1');
  return ok({ name, device: device.data, config, json, cell });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      port: { type: 'string', multiple: true, default: [] },
      printer: { type: 'string', multiple: true, default: [] },
      addresses: { type: 'string' },
      cell: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
