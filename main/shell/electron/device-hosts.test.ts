import { afterEach, expect, test, vi } from 'vitest';
import { startedElectron } from '../testing/started-electron.ts';

afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
});

async function started() {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const killed: (number | undefined)[] = [];
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (signal === 'SIGKILL') killed.push(pid);
    return true;
  });
  return { shell: await startedElectron({ TONGBAN_TOKEN: 'secret' }), killed };
}

test('a process that the core asks for gets one end of a channel, the core the other', async () => {
  const { shell } = await started();
  shell.core().emit('message', { kind: 'startHost', host: 7 });
  const [host] = shell.hosts;
  expect(host?.entry).toBe('/opt/tongban/resources/app.asar/dist/core/host-process.mjs');
  expect(host?.environment).not.toHaveProperty('TONGBAN_TOKEN');
  expect(host?.ports).toEqual([{ end: 1 }]);
  expect(shell.core().posted).toEqual([{ kind: 'hostStarted', host: 7 }]);
  expect(shell.core().ports).toEqual([{ end: 2 }]);
  host?.emit('exit', 134);
  expect(shell.core().posted.at(-1)).toEqual({ kind: 'hostExit', host: 7, code: 134 });
});

test('a process that hangs is ended by force, and all of them with the core', async () => {
  const { shell, killed } = await started();
  for (const host of [1, 2]) shell.core().emit('message', { kind: 'startHost', host });
  shell.hosts.forEach((host, index) => {
    host.pid = 4000 + index;
  });
  shell.core().emit('message', { kind: 'killHost', host: 1 });
  expect(killed).toEqual([4000]);
  const posted = shell.core().posted.length;
  const [first] = shell.cores;
  first?.emit('exit', 139);
  expect(killed).toEqual([4000, 4000, 4001]);
  shell.hosts[1]?.emit('exit', 9);
  expect(first?.posted).toHaveLength(posted);
});

test('a process that has just ended by itself when it is to be killed does no harm to the shell', async () => {
  const { shell } = await started();
  shell.core().emit('message', { kind: 'startHost', host: 1 });
  const [host] = shell.hosts;
  if (host) host.pid = 4000;
  vi.mocked(process.kill).mockImplementation(() => {
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  });
  shell.core().emit('message', { kind: 'killHost', host: 1 });
  host?.emit('error', 'FatalError', 'v8', '{}');
  host?.emit('exit', 134);
  expect(shell.core().posted.at(-1)).toEqual({ kind: 'hostExit', host: 1, code: 134 });
});

test('a process that is to be killed before it runs is killed as soon as it does', async () => {
  const { shell, killed } = await started();
  shell.core().emit('message', { kind: 'startHost', host: 1 });
  shell.core().emit('message', { kind: 'killHost', host: 1 });
  const [host] = shell.hosts;
  if (host) host.pid = 4000;
  host?.emit('spawn');
  expect(killed).toEqual([4000]);
});

test('what is no request is ignored', async () => {
  const { shell } = await started();
  for (const raw of [
    null,
    'startHost',
    { kind: 'startHost' },
    { kind: 'startHost', host: '1' },
    { kind: 'x', host: 1 },
  ]) {
    shell.core().emit('message', raw);
  }
  expect(shell.hosts).toEqual([]);
});
