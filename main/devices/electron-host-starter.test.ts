import { expect, test } from 'vitest';
import type { CoreAsksForHost } from '../shell/host-protocol.ts';
import { electronHostStarter, type HostPort, type ShellPort } from './electron-host-starter.ts';
import type { CoreToHost, HostToCore } from './host-protocol.ts';

function shellDouble() {
  const asked: CoreAsksForHost[] = [];
  let tell: (data: unknown, ports: readonly HostPort[]) => void = () => undefined;
  const port: ShellPort = {
    postMessage: (message) => void asked.push(message),
    on(_event, listener) {
      tell = (data, ports) => listener({ data, ports });
    },
  };
  return { asked, port, tell: (data: unknown, ports: readonly HostPort[] = []) => tell(data, ports) };
}

function portDouble() {
  const sent: CoreToHost[] = [];
  let say: (message: HostToCore) => void = () => undefined;
  const port: HostPort = {
    postMessage: (message) => void sent.push(message),
    on(_event, listener) {
      say = (data) => listener({ data });
    },
    start: () => undefined,
  };
  return { sent, port, say: (message: HostToCore) => say(message) };
}

test('what is said before the port is there waits for it, in order', () => {
  const shell = shellDouble();
  const host = electronHostStarter(shell.port)();
  const heard: HostToCore[] = [];
  host.onMessage((message) => heard.push(message));
  host.send({ type: 'call', id: 1, method: 'a', args: [], expiresAtMs: 0 });
  host.send({ type: 'stop' });
  const end = portDouble();
  shell.tell({ kind: 'hostStarted', host: 1 }, [end.port]);
  expect(end.sent.map(({ type }) => type)).toEqual(['call', 'stop']);
  end.say({ type: 'started' });
  expect(heard).toEqual([{ type: 'started' }]);
});

test('each process hears of its own end only', () => {
  const shell = shellDouble();
  const start = electronHostStarter(shell.port);
  const ended: string[] = [];
  for (const name of ['first', 'second']) start().onExit(({ code }) => ended.push(`${name} ${code}`));
  shell.tell({ kind: 'hostExit', host: 2, code: 134 });
  shell.tell({ kind: 'stop' });
  expect(ended).toEqual(['second 134']);
  expect(shell.asked).toEqual([
    { kind: 'startHost', host: 1 },
    { kind: 'startHost', host: 2 },
  ]);
});
