import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';

export const errorCodeSchema = z.enum([
  'badRequest',
  'unauthorized',
  'forbidden',
  'notFound',
  'timeout',
  'conflict',
  'tooLarge',
  'unsupportedMediaType',
  'tooMany',
  'internal',
]);
type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Every refusal of the gateway has this body. The message is for technicians and holds no personal data. */
export const errorAnswerSchema = z.object({ error: z.object({ code: errorCodeSchema, message: z.string() }) });
type ErrorAnswer = z.infer<typeof errorAnswerSchema>;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  timeout: 408,
  conflict: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  tooMany: 429,
  internal: 500,
};
const BY_STATUS = new Map(errorCodeSchema.options.map((code) => [STATUS[code], code]));

/** A refusal that a route decides on. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const answer = (code: ErrorCode, message: string): ErrorAnswer => ({ error: { code, message } });

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return reply.code(STATUS[error.code]).send(answer(error.code, error.message));
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const where = `${error.validationContext ?? 'request'}${first?.instancePath ?? ''}`;
    return reply.code(400).send(answer('badRequest', `${where}: ${first?.message ?? 'does not fit the schema'}`));
  }
  const code = BY_STATUS.get(error.statusCode ?? 500);
  if (code !== undefined && code !== 'internal') return reply.code(STATUS[code]).send(answer(code, error.message));
  reportFault(request, error);
  return reply.code(500).send(answer('internal', 'the center has a fault; the request may be repeated'));
}

export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).send(answer('notFound', 'there is nothing at this address'));
}

/** What is no HTTP, or comes too slowly, never reaches a route: it is answered on the bare socket and cut off. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const body = JSON.stringify(
    slow ? answer('timeout', 'the request took too long to arrive') : answer('badRequest', 'this is no HTTP request'),
  );
  const head = [
    `HTTP/1.1 ${slow ? '408 Request Timeout' : '400 Bad Request'}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** One JSON line on stderr: where, and the frames of the stack. No message, since messages can quote what was sent. */
function reportFault(request: FastifyRequest, error: Error): void {
  const where = `${request.method} ${request.routeOptions.url ?? ''}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const kind = 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
  process.stderr.write(`${JSON.stringify({ event: 'center-fault', where, kind, frames })}\n`);
}
