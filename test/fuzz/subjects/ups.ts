import fc from 'fast-check';
import { createLineDecoder, MAX_LINE_BYTES } from '../../../native/ups/lines.ts';
import type { FuzzSubject } from '../subject.ts';

const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
const code = fc.stringMatching(/^[A-Z][A-Z0-9-]{0,40}$/);
/** Vendors write what they like between the quotes. */
const value = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/\p{Cc}/gu, ' ').replace(/["\\]/g, '\\$&'));
const lineEnd = fc.constantFrom('\n', '\r\n');

const line = fc.oneof(
  name.map((ups) => `BEGIN LIST VAR ${ups}`),
  name.map((ups) => `END LIST VAR ${ups}`),
  fc.tuple(name, name, value).map(([ups, variable, text]) => `VAR ${ups} ${variable} "${text}"`),
  code.map((word) => `ERR ${word}`),
);

/** Lines of `upsd`. */
export const upsSubject: FuzzSubject = {
  family: 'ups',
  decoder: createLineDecoder,
  frame: fc.tuple(line, lineEnd).map(([text, end]) => new Uint8Array(Buffer.from(text + end, 'utf8'))),
  maxHeld: MAX_LINE_BYTES,
};
