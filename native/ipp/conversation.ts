import type { Log } from '../../contract/log-events.ts';
import { err, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../device/meter.ts';
import type { WireDirection } from '../transport/wire-tap.ts';
import { attribute, type IppAttribute } from './attributes.ts';
import { decodeMessage, encodeMessage, type IppGroup, type IppMessage } from './frames.ts';
import { exchange } from './http-exchange.ts';
import type { IppFailure } from './printer.ts';
import { FIRST_FAILURE, GONE, GROUP_TAG, NOT_FOUND, OPERATION_NAMES, VALUE_TAG, VALUES_NOT_SUPPORTED } from './tags.ts';

export interface ConversationOptions {
  readonly uri: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Limit of one exchange, milliseconds; sending a document may take `DOCUMENT_FACTOR` times as long. */
  readonly timeoutMs: number;
  readonly meter?: Pick<Meter, 'exchange' | 'unanswered'> | undefined;
  /** A line for whoever watches: operations and status codes, no content. */
  readonly say?: ((direction: WireDirection, text: string) => void) | undefined;
}

export const DOCUMENT_FACTOR = 5;
/** A connection on the local network stands at once or not at all. */
export const CONNECT_TIMEOUT_MS = 2_000;

export interface IppRequest {
  readonly code: number;
  /** Operation attributes behind the target and before the user. */
  readonly operation: readonly IppAttribute[];
  readonly job?: readonly IppAttribute[];
  readonly data?: Uint8Array;
}

/** `notSupported`: refused for an attribute or value that the printer does not have; nothing was done. */
export type AskFailure = IppFailure | 'notSupported';

/**
 * One request, one reply, one socket, one deadline. A reply that comes late finds its socket gone, and one that carries
 * another request's number is refused, so no answer can be taken for that of another question.
 */
export function createConversation(options: ConversationOptions) {
  const { uri, clock, log, timeoutMs, meter, say = () => undefined } = options;
  let lastRequestId = 0;

  return async function ask(request: IppRequest): Promise<Result<IppMessage, AskFailure>> {
    const { code, operation, job = [], data = NO_DATA } = request;
    lastRequestId = (lastRequestId % 0x7fffffff) + 1;
    const requestId = lastRequestId;
    const what = `${OPERATION_NAMES[code] ?? code} #${requestId}`;
    const groups: IppGroup[] = [{ tag: GROUP_TAG.operation, attributes: [...preamble(uri), ...operation, USER] }];
    if (job.length > 0) groups.push({ tag: GROUP_TAG.job, attributes: job });
    const body = encodeMessage({ version: [1, 1], code, requestId, groups, data });
    const wholeMs = data.length > 0 ? timeoutMs * DOCUMENT_FACTOR : timeoutMs;
    const startedAt = clock.now();
    say('toDevice', data.length > 0 ? `${what}, ${data.length} bytes of document` : what);
    const reply = await exchange({ uri, body, clock, connectMs: Math.min(CONNECT_TIMEOUT_MS, timeoutMs), wholeMs });
    if (!reply.ok && (reply.error === 'timeout' || reply.error === 'unreachable')) meter?.unanswered();
    else meter?.exchange(clock.now() - startedAt);
    const answer = reply.ok ? readReply(reply.value, requestId, log) : reply;
    if (!reply.ok && reply.error === 'badReply') log('wire-refused', { device: 'document', reason: 'http' });
    say('fromDevice', `${what}: ${answer.ok ? `status ${hex(answer.value.code)}` : answer.error}`);
    return answer;
  };
}

function readReply(body: Buffer, requestId: number, log: Log): Result<IppMessage, AskFailure> {
  const message = decodeMessage(body);
  if (!message.ok || message.value.requestId !== requestId) {
    log('wire-refused', { device: 'document', reason: message.ok ? 'requestId' : message.error });
    return err('badReply');
  }
  const status = message.value.code;
  if (status === NOT_FOUND || status === GONE) return err('jobNotFound');
  if (status === VALUES_NOT_SUPPORTED) return err('notSupported');
  return status < FIRST_FAILURE ? message : err('refused');
}

const NO_DATA = new Uint8Array();
const hex = (code: number): string => `0x${code.toString(16).padStart(4, '0')}`;

/** Who owns the jobs in the printer's eyes: the kiosk, never the resident. */
const USER = attribute('requesting-user-name', VALUE_TAG.name, 'tongban');

/** These three come first and in this order; a job-id comes next (RFC 8011 §4.1.4, §4.1.5). */
const preamble = (uri: string): IppAttribute[] => [
  attribute('attributes-charset', VALUE_TAG.charset, 'utf-8'),
  attribute('attributes-natural-language', VALUE_TAG.naturalLanguage, 'zh-cn'),
  attribute('printer-uri', VALUE_TAG.uri, uri),
];
