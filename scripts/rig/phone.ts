import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type DockState, dockMessageSchema } from '../../contract/dock.ts';
import { keptFile } from './kept-file.ts';

type TextMessage = DockState['phone'][number];

/** The telephones of all specimen people together: what the center sends as SMS arrives here. */
export interface Phone {
  /** Where the center posts its messages. */
  readonly url: string;
  /** The newest first. */
  messages(): readonly TextMessage[];
  close(): Promise<void>;
}

/** The center posts a message again only when it got no answer: an older one does not come a second time. */
const MOST_KEPT = 50;
const LARGEST_BYTES = 16 * 1024;
const postedSchema = z.object({ id: z.string(), text: z.string() });
const keptSchema = z.array(z.tuple([z.string(), dockMessageSchema])).max(MOST_KEPT);

/**
 * A provider of SMS, as far as the center sees one: takes what is signed with the secret, and each message once.
 * @param file keeps the messages over a restart, codes and all: they are of specimen people
 */
export async function startPhone(secret: string, file: string): Promise<Phone> {
  const kept = keptFile(file, keptSchema);
  const got = new Map<string, TextMessage>(kept.read());
  const take = (id: string, text: string): void => {
    if (got.has(id)) return;
    got.set(id, messageOf(text));
    for (const oldest of [...got.keys()].slice(0, -MOST_KEPT)) got.delete(oldest);
    kept.write([...got]);
  };
  const server = createServer(async (request, answer) => {
    // Undefined also when the center is cut off in the middle: it sends the message again.
    const body = await bodyOf(request).catch(() => undefined);
    const genuine = body !== undefined && isSigned(body, secret, request.headers['x-tongban-signature']);
    if (!genuine) {
      answer.writeHead(403).end();
      return;
    }
    const posted = postedSchema.safeParse(JSON.parse(body));
    if (!posted.success) {
      answer.writeHead(400).end();
      return;
    }
    const { id, text } = posted.data;
    // Before the answer: what was answered as sent is never posted again.
    take(id, text);
    answer.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the telephones have no port');
  return {
    url: `http://127.0.0.1:${address.port}/sms`,
    messages: () => [...got.values()].reverse(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a person reads out of the text. */
function messageOf(text: string): TextMessage {
  const code = /取件码(\d{6})/.exec(text)?.[1];
  const qr = /\/pickup\/(TB1\d{12}[0-9A-Z])/.exec(text)?.[1];
  return { at: new Date().toISOString(), text, ...(code && { code }), ...(qr && { qr }) };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > LARGEST_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isSigned(body: string, secret: string, header: string | string[] | undefined): boolean {
  const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
  if (seconds === undefined || given === undefined) return false;
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
