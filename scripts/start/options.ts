import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../rig/places.ts';

export const HELP = `npm start — runs Tongban

  npm start                     the demo: center, simulated devices, a real IPP printer, the kiosk
  npm start -- --config FILE    a kiosk with the devices and the center that FILE names

  --shell electron|chromium|none   what shows the page (default with a display: Electron if its binary is there
                                   or can be fetched within 90 s, else Chromium; without a display: none)
  --config FILE                    kiosk.json; no simulators and no center are started
  --all-devices                    the demo with every kind of device: also lights, sensors, social-card reader, UPS
  --data DIR                       where everything that lasts is kept (default: out/demo, with --config out/kiosk)
  --help                           this text

When the page can be used, a line READY <url> is printed. Ctrl-C ends everything.`;

const SHELLS = ['electron', 'chromium', 'none'] as const;
export type ShellKind = (typeof SHELLS)[number];

export interface StartOptions {
  readonly help: boolean;
  readonly shell: ShellKind | undefined;
  readonly config: string | undefined;
  readonly allDevices: boolean;
  readonly dataDir: string;
}

/** The start was asked for something that cannot be; the message is for the person at the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  shell: { type: 'string' },
  config: { type: 'string' },
  data: { type: 'string' },
  'all-devices': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    // parseArgs says in a sentence what is wrong with the arguments.
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parse(args);
  const shell = SHELLS.find((kind) => kind === values.shell);
  if (values.shell !== undefined && !shell) {
    throw new UsageError(`--shell ${values.shell}: expected one of ${SHELLS.join(', ')}`);
  }
  return {
    help: values.help,
    shell,
    config: values.config === undefined ? undefined : resolve(values.config),
    allDevices: values['all-devices'],
    dataDir: resolve(values.data ?? join(projectRoot, 'out', values.config === undefined ? 'demo' : 'kiosk')),
  };
}
