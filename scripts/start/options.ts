import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../rig/places.ts';
import { DEMO_LANGUAGES, type DemoConfig, OVERDUE_DAYS } from './demo-config.ts';

export const HELP = `npm start — runs Tongban

  npm start                     the demo: center, simulated devices, a real IPP printer, the kiosk
  npm start -- --config FILE    a kiosk with the devices and the center that FILE names

  --shell electron|chromium|none   what shows the page (default with a display: Electron if its binary is there
                                   or can be fetched within 90 s, else Chromium; without a display: none)
  --config FILE                    kiosk.json; no simulators and no center are started
  --all-devices                    the demo with every kind of device: also lights, sensors, social-card reader, UPS
  --landscape                      the demo on a screen that is wider than high
  --language zh-CN|en              what a visit to the demo begins in (default zh-CN)
  --overdue-days N                 after how many days a document in the demo's locker is overdue, 1 to 90 (default 5)
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
  /** How the demo's machine differs from the ordinary one. */
  readonly demo: DemoConfig;
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
  landscape: { type: 'boolean', default: false },
  language: { type: 'string' },
  'overdue-days': { type: 'string' },
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
    demo: readDemo(values),
    dataDir: resolve(values.data ?? join(projectRoot, 'out', values.config === undefined ? 'demo' : 'kiosk')),
  };
}

/** Where a real kiosk says what the demo is told by flags. */
const KEYS = { landscape: 'ui.orientation', language: 'ui.language', 'overdue-days': 'parcels.overdueDays' } as const;

function readDemo(values: ReturnType<typeof parse>['values']): DemoConfig {
  const language = DEMO_LANGUAGES.find((each) => each === values.language);
  if (values.language !== undefined && !language) {
    throw new UsageError(`--language ${values.language}: expected one of ${DEMO_LANGUAGES.join(', ')}`);
  }
  const days = values['overdue-days'];
  const overdueDays = days === undefined ? undefined : Number(days);
  const { least, most } = OVERDUE_DAYS;
  if (overdueDays !== undefined && !(Number.isInteger(overdueDays) && overdueDays >= least && overdueDays <= most)) {
    throw new UsageError(`--overdue-days ${days}: expected ${least} to ${most}`);
  }
  for (const flag of ['landscape', 'language', 'overdue-days'] as const) {
    if (values.config !== undefined && values[flag] !== undefined && values[flag] !== false) {
      throw new UsageError(`--${flag} is for the demo; with --config it is ${KEYS[flag]} of the file`);
    }
  }
  return { landscape: values.landscape, language, overdueDays };
}
