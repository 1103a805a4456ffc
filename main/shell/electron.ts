import * as electron from 'electron';
import { runElectron } from './electron/run-electron.ts';

// The entry of the packaged kiosk, and the only file that loads Electron at run time. No top-level `await`: Electron
// reports `ready` only after this file has been evaluated, so waiting for it here would wait for ever.
runElectron(electron).catch((error: unknown) => {
  process.stderr.write(`tongban: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  electron.app.exit(70);
});
