import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log, LogEventId, LogFields } from '../../contract/log-events.ts';
import { openStore, type Store, type StoreOptions } from './database.ts';
import { openSealer, type Sealer } from './sealing.ts';

/** For tests: a log that can be looked at. */
export function recordingLog(): { log: Log; entries: { id: LogEventId; fields: LogFields }[] } {
  const entries: { id: LogEventId; fields: LogFields }[] = [];
  return { log: (id, fields = {}) => void entries.push({ id, fields }), entries };
}

/** For tests: a directory that goes with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tongban-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** For tests: opens a store that must open, and closes it with the test. */
export function openedStore(options: StoreOptions): Store {
  const opened = openStore(options);
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** For tests: a store and its sealer in a directory of their own. */
export function temporaryStore(log: Log = () => undefined): { store: Store; sealer: Sealer; directory: string } {
  const directory = temporaryDirectory();
  const store = openedStore({ path: join(directory, 'kiosk.sqlite'), log });
  return { store, sealer: openSealer(join(directory, 'secrets')), directory };
}
