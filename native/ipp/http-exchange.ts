import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';

export type HttpFailure = 'unreachable' | 'timeout' | 'refused' | 'badReply';

export interface HttpExchange {
  /** `ipp://`, `ipps://`, `http://` or `https://`; port 631 unless named (RFC 8010 §4, RFC 3510, RFC 7472). */
  readonly uri: string;
  readonly body: Uint8Array;
  readonly clock: Clock;
  /** Until the connection stands, milliseconds. */
  readonly connectMs: number;
  /** Until the whole reply is here, milliseconds. */
  readonly wholeMs: number;
}

/** Get-Jobs of a full queue stays far below. */
const MAX_REPLY_BYTES = 1 << 20;
/** Some printers answer with a page of headers; a kilobyte is usual. */
const MAX_HEADER_BYTES = 16 << 10;
const IPP_PORT = 631;

/** POSTs one application/ipp body on a socket of its own and answers the reply's body. Bounded; never throws for the wire. */
export function exchange({ uri, body, clock, connectMs, wholeMs }: HttpExchange): Promise<Result<Buffer, HttpFailure>> {
  const target = new URL(uri);
  const secure = target.protocol === 'ipps:' || target.protocol === 'https:';
  const open = secure ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const request = open({
      host: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port === '' ? defaultPort(target.protocol) : Number(target.port),
      path: target.pathname === '' ? '/' : `${target.pathname}${target.search}`,
      method: 'POST',
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.byteLength, Connection: 'close' },
    });
    const finish = (result: Result<Buffer, HttpFailure>): void => {
      cancelConnect();
      cancelWhole();
      resolve(result);
      request.destroy();
    };
    const cancelConnect = clock.after(connectMs, () => finish(err('timeout')));
    const cancelWhole = clock.after(wholeMs, () => finish(err('timeout')));
    request.on('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', cancelConnect));
    request.on('error', (cause) => finish(err(isNoHttp(cause) ? 'badReply' : 'unreachable')));
    request.on('response', (response) => {
      if (response.statusCode !== 200) return finish(err('refused'));
      if (!/^application\/ipp\b/i.test(response.headers['content-type'] ?? '')) return finish(err('badReply'));
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MAX_REPLY_BYTES) finish(err('badReply'));
      });
      response.on('end', () => finish(ok(Buffer.concat(chunks))));
      // A reply that breaks off is no refusal: what was asked may have been done.
      response.on('error', (cause) => finish(err(isNoHttp(cause) ? 'badReply' : 'unreachable')));
    });
    request.end(body);
  });
}

/** Something answered, but not in HTTP: a wrong status line, headers without end, chunks that are none. */
const isNoHttp = (cause: Error): boolean =>
  'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('HPE_');

function defaultPort(protocol: string): number {
  if (protocol === 'http:') return 80;
  return protocol === 'https:' ? 443 : IPP_PORT;
}
