import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import fastify from 'fastify';
import { WebSocketServer } from 'ws';
import type { Log } from '../../../contract/log-events.ts';
import type { Session } from '../../session/session.ts';
import type { StaffDesk } from '../../staff/staff-desk.ts';
import { pageHeaders } from './page-headers.ts';
import { kioskRouter } from './router.ts';

const TOKEN_COOKIE = 'tongban';
/** The page for a second screen behind the machine, on which staff work. */
const STAFF_PAGE = '/staff.html';
/** A signature with a picture is the largest; a page that sends more in one message is none of ours. */
const MAX_MESSAGE_BYTES = 96 * 1024;
/** Several are there for a moment while a page reloads. */
const MAX_CONNECTIONS = 8;
const KEEP_ALIVE = { enabled: true, pingMs: 5_000, pongWaitMs: 3_000 };

export interface PageServerOptions {
  readonly session: Pick<Session, 'snapshot' | 'subscribe' | 'send'>;
  /** Where the machine has a locker. */
  readonly staff?: StaffDesk | undefined;
  readonly log: Log;
  /** What a page must bring; made by the shell anew at every start. */
  readonly token: string;
  readonly port: number;
  /** The built page and the built fonts. */
  readonly pageDir: string;
  readonly fontsDir: string;
  readonly dockUrl?: string;
}

function sameToken(expected: string, given: string | undefined): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given ?? '');
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === TOKEN_COOKIE)?.[1];
}

/**
 * Serves the page and the one WebSocket on loopback. The first request brings the token in its address, gets it back as a
 * cookie that scripts cannot read, and is sent on to the clean address; everything else needs the cookie.
 */
export async function startPageServer(options: PageServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { session, log, token, pageDir, fontsDir } = options;
  const app = fastify({ bodyLimit: MAX_MESSAGE_BYTES, forceCloseConnections: true });
  await app.register(cookie);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders(request.socket.localPort));
    const { token: given } = request.query as { token?: unknown };
    if (typeof given === 'string' && sameToken(token, given)) {
      reply.setCookie(TOKEN_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/' });
      return reply.redirect(request.url.split('?')[0] === STAFF_PAGE ? STAFF_PAGE : '/', 303);
    }
    if (!sameToken(token, request.cookies[TOKEN_COOKIE])) {
      log('page-refused', { reason: 'no token' });
      return reply.code(403).send('forbidden');
    }
  });
  if (options.dockUrl) {
    const { dockUrl } = options;
    app.get('/dock', (_, reply) => reply.redirect(dockUrl, 302));
  }
  await app.register(fastifyStatic, { root: pageDir, cacheControl: false });
  await app.register(fastifyStatic, { root: fontsDir, prefix: '/fonts/', decorateReply: false, maxAge: '1d' });

  await app.listen({ host: '127.0.0.1', port: options.port });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the page server has no port');
  const origin = `http://127.0.0.1:${address.port}`;

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  app.server.on('upgrade', (request, socket, head) => {
    const known = request.url?.split('?')[0] === '/trpc' && request.headers.origin === origin;
    if (!known || !sameToken(token, cookieOf(request)) || sockets.clients.size >= MAX_CONNECTIONS) {
      log('page-refused', { reason: 'websocket' });
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  sockets.on('connection', () => log('page-connected'));
  applyWSSHandler({
    wss: sockets,
    router: kioskRouter,
    createContext: () => ({ session, staff: options.staff, listening: 0 }),
    keepAlive: KEEP_ALIVE,
    onError: ({ error }) => log('page-refused', { reason: error.code }),
  });

  return {
    url: `${origin}/?token=${token}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await app.close();
    },
  };
}

/** Where the build puts what the page server serves, below the project or the packaged app. */
export const builtPage = (root: string): { pageDir: string; fontsDir: string } => ({
  pageDir: join(root, 'dist', 'renderer'),
  fontsDir: join(root, 'dist', 'fonts'),
});
