import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Does what it likes with a request; `body` is complete. Not answering is allowed. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface FaultServer {
  readonly url: string;
  /** What happens from now on. */
  behave(behaviour: Behaviour): void;
  /** Method, path and idempotency key of everything that arrived, in order. */
  readonly requests: { method: string; path: string; key: string | undefined; body: string }[];
  /** Idempotency key → body as it was stored first; a second one with other content throws a sign into `conflicts`. */
  readonly stored: Map<string, string>;
  readonly conflicts: string[];
  stop(): Promise<void>;
}

export const json =
  (status: number, value: unknown): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

/** For tests: a center on a free port that takes messages as the contract says, and can be told to misbehave. */
export async function startFaultServer(): Promise<FaultServer> {
  const requests: FaultServer['requests'] = [];
  const stored = new Map<string, string>();
  const conflicts: string[] = [];
  const sockets = new Set<Socket>();

  const take: Behaviour = (request, response, body) => {
    const key = String(request.headers['idempotency-key']);
    const before = stored.get(key);
    if (before !== undefined && before !== body) conflicts.push(key);
    if (before === undefined) stored.set(key, body);
    json(200, { key, stored: before === undefined ? 'new' : 'duplicate' })(request, response, body);
  };
  let behaviour = take;

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const key = request.headers['idempotency-key'];
      requests.push({ method, path: url, key: key === undefined ? undefined : String(key), body });
      behaviour(request, response, body);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(stop);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave(next) {
      behaviour = next;
    },
    requests,
    stored,
    conflicts,
    stop,
  };
}
