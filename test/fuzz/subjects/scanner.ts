import fc from 'fast-check';
import { endsOf } from '../../../native/scanner/serial-line/framing.ts';
import { createLineDecoder, LONGEST_LINE_BYTES } from '../../../native/scanner/serial-line/line-decoder.ts';
import { createNewlandReplyDecoder, LONGEST_REPLY_BYTES } from '../../../native/scanner/serial-line/newland-frames.ts';
import type { FuzzSubject } from '../subject.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** A reply as the manual has it: storage, echoed command, ACK, NAK or ENQ. */
const reply = fc
  .record({
    storage: fc.constantFrom('@', '#'),
    tag: fc.stringMatching(/^[A-Z0-9]{6}$/),
    value: fc.stringMatching(/^[ -:<-~]{0,40}$/),
    word: fc.constantFrom('\x06', '\x15', '\x05'),
  })
  .map(({ storage, tag, value, word }) => latin1(`\x02\x010000${storage}${tag}${value}${word};\x03`));

/** Bytes of one code in any encoding: whatever does not end it. */
const code = fc
  .uint8Array({ minLength: 1, maxLength: 300 })
  .map((bytes) => bytes.map((byte) => (byte === 0x0d || byte === 0x0a || byte === 0x02 ? 0x20 : byte)));
const line = fc
  .tuple(code, fc.constantFrom('\r', '\n', '\r\n'))
  .map(([bytes, end]) => Uint8Array.of(...bytes, ...latin1(end)));

export const SCANNER_SUBJECTS: readonly FuzzSubject[] = [
  {
    family: 'scanner, codes as lines',
    decoder: () => createLineDecoder({ ends: endsOf({ terminator: 'any', prefix: '', suffix: '' }), replies: false }),
    frame: line,
    maxHeld: LONGEST_LINE_BYTES,
  },
  {
    family: 'scanner, codes between Newland replies',
    decoder: () => createLineDecoder({ ends: endsOf({ terminator: 'any', prefix: '', suffix: '' }), replies: true }),
    frame: fc.oneof(line, reply),
    maxHeld: LONGEST_LINE_BYTES,
    // Replies behind a code without end are its part, up to the length at which all of it is passed over.
    copies: 3,
  },
  {
    family: 'scanner, Newland replies',
    decoder: createNewlandReplyDecoder,
    frame: reply,
    maxHeld: LONGEST_REPLY_BYTES,
  },
];
