import { createStreamDecoder, type Look, type StreamDecoder } from '../transport/stream-decoder.ts';

/**
 * Lines of NUT's text protocol from `upsd` (RFC 9271), as upsd 2.8.0 was seen to write them. Only what LIST VAR can bring;
 * other lines are refused and passed over.
 */
export type NutLine =
  | { readonly type: 'begin'; readonly ups: string }
  | { readonly type: 'variable'; readonly ups: string; readonly name: string; readonly value: string }
  | { readonly type: 'end'; readonly ups: string }
  /** `ERR UNKNOWN-UPS`, `ERR DATA-STALE`, …; the words behind the code are left out. */
  | { readonly type: 'error'; readonly code: string };

/** upsd's own limit is 512 (NUT_NET_ANSWER_MAX). */
export const MAX_LINE_BYTES = 1024;

const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;

/** How each of the lines begins: what begins otherwise need not be looked at to its end. */
const OPENINGS = ['VAR ', 'BEGIN LIST VAR ', 'END LIST VAR ', 'ERR '].map((opening) => Buffer.from(opening, 'ascii'));

const NAME = '[A-Za-z0-9._-]{1,64}';
const BEGIN = new RegExp(`^BEGIN LIST VAR (${NAME})$`);
const END = new RegExp(`^END LIST VAR (${NAME})$`);
/** Inside the quotes only a quote and a backslash are escaped, so a line that swallowed the begin of another is none. */
const VARIABLE = new RegExp(`^VAR (${NAME}) (${NAME}) "((?:[^"\\\\]|\\\\["\\\\])*)"$`);
const ERROR = /^ERR ([A-Z0-9-]{1,64})(?: [^"]*)?$/;

export const createLineDecoder = (): StreamDecoder<NutLine> =>
  createStreamDecoder({ look, starts: OPENINGS.map((opening) => opening[0] ?? 0), maxBytes: MAX_LINE_BYTES });

const mayOpen = (bytes: Uint8Array): boolean =>
  OPENINGS.some((opening) => {
    const length = Math.min(opening.length, bytes.length);
    return opening.compare(bytes, 0, length, 0, length) === 0;
  });

function look(bytes: Uint8Array): Look<NutLine> {
  if (!mayOpen(bytes)) return { type: 'noFrame' };
  const end = bytes.indexOf(NEW_LINE);
  const line = bytes.subarray(0, end === -1 ? bytes.length : end);
  const text = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
  if (text.some((byte) => byte < FIRST_PRINTABLE || byte === DELETE)) return { type: 'noFrame' };
  if (end === -1) return { type: 'incomplete' };
  const frame = end < MAX_LINE_BYTES ? readLine(Buffer.from(text).toString('utf8')) : null;
  return frame ? { type: 'frame', frame, bytes: end + 1 } : { type: 'refused', reason: 'line' };
}

function readLine(text: string): NutLine | null {
  const [, began] = BEGIN.exec(text) ?? [];
  if (began !== undefined) return { type: 'begin', ups: began };
  const [, ended] = END.exec(text) ?? [];
  if (ended !== undefined) return { type: 'end', ups: ended };
  const [, ups, name, quoted] = VARIABLE.exec(text) ?? [];
  if (ups !== undefined && name !== undefined && quoted !== undefined) {
    return { type: 'variable', ups, name, value: quoted.replace(/\\(["\\])/g, '$1') };
  }
  const [, code] = ERROR.exec(text) ?? [];
  return code === undefined ? null : { type: 'error', code };
}

/** `LIST VAR ups`. */
export const listVariables = (ups: string): Uint8Array => Buffer.from(`LIST VAR ${ups}\n`, 'ascii');
