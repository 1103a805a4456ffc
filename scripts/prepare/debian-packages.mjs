import { existsSync } from 'node:fs';
import { PrepareFailed, run, say } from './run.mjs';

/** @typedef {{ package: string, files: string[] }} Need */

/**
 * Installs the Debian packages that are missing, if this user may; otherwise says what to install.
 * @param {readonly Need[]} needs
 * @param {string} [sudo] where sudo would be
 */
export function prepareDebianPackages(needs, sudo = '/usr/bin/sudo') {
  const missing = needs.filter((need) => !need.files.some((file) => existsSync(file))).map((need) => need.package);
  if (missing.length === 0) return;
  const byHand = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  const prefix = rootPrefix(sudo);
  if (!existsSync('/usr/bin/apt-get')) {
    throw new PrepareFailed(`Missing, and this is no Debian: ${missing.join(', ')}. Please install them.`);
  }
  if (!prefix) {
    throw new PrepareFailed(
      `Some programs are missing and this user may not install them. Please run:\n\n  sudo ${byHand}\n`,
    );
  }
  say(`installing ${missing.join(', ')}`);
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest);
  };
  // The lists of a fresh machine are empty or old; an update that fails may still leave enough.
  apt('update', '-q');
  if (!apt('install', '-y', '-q', '--no-install-recommends', ...missing)) {
    throw new PrepareFailed(`Some programs could not be installed. Please run:\n\n  sudo ${byHand}\n`);
  }
}

/**
 * @param {string} sudo
 * @returns {string[] | null} what to put before a command to run it as root; null: not possible without a password
 */
function rootPrefix(sudo) {
  if (process.getuid?.() === 0) return [];
  if (!existsSync(sudo)) return null;
  return run(sudo, ['-n', 'true'], { timeoutMs: 10_000 }) ? [sudo, '-n'] : null;
}
