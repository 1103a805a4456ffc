import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../rig/places.ts';

export const HELP = `npm start — runs Tongban

  npm start                     the demo: center, simulated devices, a real IPP printer, the kiosk
  npm start -- --config FILE    a kiosk with the devices and the center that FILE names

  --shell electron|chromium|none   what shows the page (default with a display: Electron if its binary is there
                                   or can be fetched within 90 s, else Chromium; without a display: none)
  --config FILE                    kiosk.json; no simulators and no center are started
  --data DIR                       where everything that lasts is kept (default: out/demo, with --config out/kiosk)
  --help                           this text

When the page can be used, a line READY <url> is printed. Ctrl-C ends everything.`;

const SHELLS = ['electron', 'chromium', 'none'] as const;
export type ShellKind = (typeof SHELLS)[number];

export interface StartOptions {
  readonly help: boolean;
  readonly shell: ShellKind | undefined;
  readonly config: string | undefined;
  readonly dataDir: string;
}

/** @throws TypeError with a sentence for the person at the terminal */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shell: { type: 'string' },
      config: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const shell = SHELLS.find((kind) => kind === values.shell);
  if (values.shell !== undefined && !shell) {
    throw new TypeError(`--shell ${values.shell}: expected one of ${SHELLS.join(', ')}`);
  }
  return {
    help: values.help,
    shell,
    config: values.config === undefined ? undefined : resolve(values.config),
    dataDir: resolve(values.data ?? join(projectRoot, 'out', values.config === undefined ? 'demo' : 'kiosk')),
  };
}
