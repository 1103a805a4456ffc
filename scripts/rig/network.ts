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

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const SOMEBODY_ELSE = '"holderIdNumber":"319999190001010008"';

/** What the line makes of an answer that came whole. */
const SPOIL: Readonly<Record<Exclude<CenterMode, 'slow'>, (answer: Answer) => Answer>> = {
  normal: (answer) => answer,
  error500: () => ({ status: 500, type: 'application/json', body: Buffer.from('{"error":{"code":"internal"}}') }),
  html: () => ({ status: 200, type: 'text/html', body: Buffer.from('<!doctype html><h1>Please log in</h1>') }),
  halfJson: (answer) => ({ ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) }),
  wrongPerson: (answer) => ({
    ...answer,
    body: Buffer.from(answer.body.toString().replaceAll(/"holderIdNumber":"[^"]*"/g, SOMEBODY_ELSE)),
  }),
};

function deliver(mode: CenterMode, reply: ServerResponse, answer: Answer): void {
  if (mode !== 'slow') {
    const { status, type, body } = SPOIL[mode](answer);
    reply.writeHead(status, { 'content-type': type });
    reply.end(body);
    return;
  }
  reply.writeHead(answer.status, { 'content-type': answer.type });
  let sent = 0;
  const timer = setInterval(() => reply.write(answer.body.subarray(sent, ++sent)), DRIP_INTERVAL_MS);
  reply.on('close', () => clearInterval(timer));
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
    deliver(mode, reply, {
      status: answer.statusCode ?? 502,
      type: answer.headers['content-type'] ?? 'application/json',
      body: content,
    });
  };

  const plug = async (): Promise<void> => {
    if (server) return;
    const opening = createServer((incoming, reply) => {
      forward(incoming, reply).catch(() => reply.destroy());
    });
    opening.listen(port, '127.0.0.1');
    await once(opening, 'listening');
    server = opening;
    const address = opening.address();
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
