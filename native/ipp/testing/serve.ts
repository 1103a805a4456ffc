import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { IppAttribute } from '../attributes.ts';
import { decodeMessage, encodeMessage, type IppMessage } from '../frames.ts';

/** A server on a free port of this machine, and its end. */
export interface Served {
  readonly uri: string;
  close(): Promise<void>;
}

export const IPP_HEADERS = { 'Content-Type': 'application/ipp' };

/** Whatever answers HTTP. */
export function serveHttp(listener: RequestListener): Promise<Served> {
  return listening(createServer(listener));
}

/** Whatever answers TCP: HTTP that no HTTP server would send. */
export function serveBytes(listener: (socket: Socket) => void): Promise<Served> {
  return listening(createTcpServer(listener));
}

async function listening(server: Server): Promise<Served> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    uri: `ipp://127.0.0.1:${address.port}/ipp/print`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface IppAnswer {
  readonly code?: number;
  readonly printer?: readonly IppAttribute[];
  readonly job?: readonly IppAttribute[];
}

/** A printer that answers each request as the test says, under the request's own number. */
export function serveIpp(answer: (request: IppMessage) => IppAnswer): Promise<Served> {
  return serveHttp(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const message = decodeMessage(Buffer.concat(chunks));
    if (!message.ok) throw new Error(message.error);
    const { code = 0, printer, job } = answer(message.value);
    const groups = [
      ...(printer ? [{ tag: 4, attributes: printer }] : []),
      ...(job ? [{ tag: 2, attributes: job }] : []),
    ];
    const { requestId } = message.value;
    response.writeHead(200, IPP_HEADERS);
    response.end(encodeMessage({ version: [1, 1], code, requestId, groups, data: new Uint8Array() }));
  });
}
