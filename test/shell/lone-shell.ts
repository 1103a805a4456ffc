import path from 'node:path';
import { runShell } from '../../main/shell/run-shell.ts';

// A shell as a process of its own, so that a test can end it by force. Prints one JSON line when it is ready.
const shell = runShell({
  kind: 'chromium',
  headless: true,
  coreEntry: path.resolve(import.meta.dirname, '../../main/shell/testing/stand-in-core.ts'),
  nodePath: process.execPath,
  environment: { TONGBAN_CONFIG: process.argv[2] ?? 'none' },
  onReady: (url) => console.log(JSON.stringify({ url, core: shell.corePid(), page: shell.pagePid() })),
  onGivenUp: (exit) => process.exit(exit.code ?? 1),
});
process.once('SIGTERM', () => void shell.stop());
