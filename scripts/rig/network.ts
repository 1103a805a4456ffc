import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { DockAction } from '../../contract/dock.ts';
import type { FrameJournal } from './frame-journal.ts';

export type CenterMode = Extract<DockAction, { type: 'centerMode' }>['mode'];

/** One answer, byte by byte, in this rhythm: slower than anybody waits. */
const DRIP_INTERVAL_MS = 1_000;

/** The line between kiosk and center. It can be cut, and it can spoil what the center answers. */
export interface Network {
  readonly url: string;
  readonly plugged: boolean;
  /** Answers of the real center that the kiosk got, by path. */
  mode: CenterMode;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

function spoil(mode: CenterMode, reply: ServerResponse, status: number, type: string, body: Buffer): void {
  const send = (code: number, contentType: string, content: string | Buffer): void => {
    reply.writeHead(code, { 'content-type': contentType });
    reply.end(content);
  };
  switch (mode) {
    case 'error500':
      return send(500, 'application/json', '{"error":{"code":"internal","message":"spoiled on the line"}}');
    case 'html':
      return send(200, 'text/html', '<!doctype html><title>Gateway</title><h1>Please log in</h1>');
    case 'halfJson':
      return send(status, type, body.subarray(0, Math.floor(body.length / 2)));
    case 'wrongPerson':
      return send(status, type, body.toString().replaceAll(/"holderIdNumber":"[^"]*"/g, '"holderIdNumber":"319999190001010008"'));
    case 'slow': {
      reply.writeHead(status, { 'content-type': type });
      let sent = 0;
      const timer = setInterval(() => reply.write(body.subarray(sent, ++sent)), DRIP_INTERVAL_MS);
      reply.on('close', () => clearInterval(timer));
      return;
    }
    default:
      return send(status, type, body);
  }
}

/** @param target the center's own address */
export async function openNetwork(target: () => string, frames: FrameJournal): Promise<Network> {
  let server: Server | null = null;
  let port = 0;
  let mode: CenterMode = 'normal';

  const forward = async (incoming: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const what = `${incoming.method} ${incoming.url?.split('?')[0]}`;
    frames.note('center', 'toDevice', what);
    const body = await bodyOf(incoming);
    const outgoing = request(`${target()}${incoming.url}`, { method: incoming.method, headers: incoming.headers });
    outgoing.on('error', () => reply.destroy());
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    const content = await bodyOf(answer);
    frames.note('center', 'fromDevice', `${answer.statusCode} (${content.length} bytes) ${what}`);
    spoil(mode, reply, answer.statusCode ?? 502, answer.headers['content-type'] ?? 'application/json', content);
  };

  const plug = async (): Promise<void> => {
    if (server) return;
    server = createServer((incoming, reply) => {
      forward(incoming, reply).catch(() => reply.destroy());
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') port = address.port;
  };
  const unplug = async (): Promise<void> => {
    const closing = server;
    server = null;
    if (!closing) return;
    closing.close();
    closing.closeAllConnections();
    await once(closing, 'close');
  };

  await plug();
  return {
    url: `http://127.0.0.1:${port}`,
    get plugged() {
      return server !== null;
    },
    get mode() {
      return mode;
    },
    set mode(next) {
      mode = next;
    },
    plug,
    unplug,
    close: unplug,
  };
}
