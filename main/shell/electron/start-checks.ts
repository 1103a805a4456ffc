/** Command-line switches that open a way into the program or take a lock off it. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'no-sandbox',
  'disable-site-isolation-trials',
  'proxy-server',
  'user-data-dir',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
];

const REFUSED_VARIABLES = [
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
  'NODE_EXTRA_CA_CERTS',
  'LD_PRELOAD',
  'SSLKEYLOGFILE',
];

/**
 * Why a start outside development must be refused; null: it may go on. Fuses switch off most of this in the packaged
 * program; Chromium's own debugging switches have no fuse.
 */
export function refusalReason(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  for (const argument of commandLine) {
    const name = /^--?([a-z-]+)/.exec(argument.toLowerCase())?.[1];
    if (name !== undefined && REFUSED_SWITCHES.includes(name)) return `the switch --${name} is not allowed`;
  }
  const variable = REFUSED_VARIABLES.find((name) => (environment[name] ?? '') !== '');
  return variable === undefined ? null : `the environment variable ${variable} is not allowed`;
}
