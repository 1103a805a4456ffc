import { parseArgs } from 'node:util';
import { type DeviceName, deviceNameSchema } from '../../contract/device-status.ts';
import { err, ok, type Result } from '../../contract/result.ts';

export type DevicesCommand =
  | { readonly name: 'help' }
  | { readonly name: 'scan'; readonly config: string | undefined; readonly write: boolean; readonly json: boolean }
  | {
      readonly name: 'test' | 'watch';
      readonly device: DeviceName;
      readonly config: string;
      readonly json: boolean;
      /** For lockers: the one cell that may be opened. */
      readonly cell: number | undefined;
    };

const NAMES = deviceNameSchema.options;

export const HELP = `npm run devices -- COMMAND [--config FILE] [--json]

  scan           finds what is plugged in, says which driver fits and how sure that is, and shows the "devices" part of
                 kiosk.json for it; asks questions only, nothing moves and nothing opens; --write puts it into FILE
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
  const { json, write } = values;
  const config = values.config ?? environment.TONGBAN_CONFIG;
  if (values.help || name === undefined || name === 'help') return ok({ name: 'help' });
  if (rest.length > 0) return err(`one name only, there are ${rest.length + 1}`);
  if (name === 'scan') {
    if (given !== undefined) return err('scan takes no name: it looks everywhere');
    if (write && config === undefined) return err('--write needs --config FILE');
    return ok({ name, config, write, json });
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
      cell: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
