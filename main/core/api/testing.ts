import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSession } from '../../session/testing.ts';
import { recordingLog } from '../../store/test-store.ts';
import { type PageServerOptions, startPageServer } from './server.ts';

export const TOKEN = 'a-token-of-this-start';
export const COOKIE = `tongban=${TOKEN}`;

/** For tests: a page server with a page of one line and a session, closed with the test. */
export async function openPageServer({ staff }: Pick<PageServerOptions, 'staff'> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-page-'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>page</title>');
  const opened = openSession();
  const { log, entries } = recordingLog();
  const server = await startPageServer({
    session: opened.session,
    staff,
    log,
    token: TOKEN,
    port: 0,
    pageDir: dir,
    fontsDir: dir,
    dockUrl: 'http://127.0.0.1:1/dock',
  });
  onTestFinished(async () => {
    await server.close();
    opened.session.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return { ...server, origin: new URL(server.url).origin, opened, logged: entries };
}
