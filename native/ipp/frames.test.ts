import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, type IppAttribute, type IppValue } from './attributes.ts';
import { decodeMessage, encodeMessage, type IppMessage } from './frames.ts';
import { VALUE_TAG } from './tags.ts';

/** RFC 8010 appendix A.7: Get-Jobs request. */
const GET_JOBS = Buffer.from(
  [
    '0101000a0000012301',
    '470012617474726962757465732d6368617273657400057574662d38',
    '48001b617474726962757465732d6e61747572616c2d6c616e67756167650005656e2d7573',
    '45000b7072696e7465722d757269002c6970703a2f2f7072696e7465722e6578616d706c652e636f6d2f6970702f7072696e742f70696e6574726565',
    '2100056c696d6974000400000032',
    '4400147265717565737465642d6174747269627574657300066a6f622d6964',
    '44000000086a6f622d6e616d65',
    '440000000f646f63756d656e742d666f726d6174',
    '03',
  ].join(''),
  'hex',
);

const getJobs: IppMessage = {
  version: [1, 1],
  code: 0x000a,
  requestId: 0x123,
  groups: [
    {
      tag: 1,
      attributes: [
        attribute('attributes-charset', VALUE_TAG.charset, 'utf-8'),
        attribute('attributes-natural-language', VALUE_TAG.naturalLanguage, 'en-us'),
        attribute('printer-uri', VALUE_TAG.uri, 'ipp://printer.example.com/ipp/print/pinetree'),
        attribute('limit', VALUE_TAG.integer, 50),
        attribute('requested-attributes', VALUE_TAG.keyword, 'job-id', 'job-name', 'document-format'),
      ],
    },
  ],
  data: new Uint8Array(),
};

test('the example of RFC 8010 is written and read byte for byte', () => {
  expect(encodeMessage(getJobs)).toEqual(GET_JOBS);
  expect(decodeMessage(GET_JOBS)).toEqual({ ok: true, value: getJobs });
});

describe('broken frames', () => {
  const head = '010100000000000101';
  test.each([
    ['nothing at all', '', 'truncated'],
    ['a header only', '0101000000000001', 'truncated'],
    ['no end-of-attributes-tag', head, 'truncated'],
    ['a name longer than the message', `${head}21ffff6100040000000103`, 'truncated'],
    ['a value longer than the message', `${head}2100016100ff0000000103`, 'truncated'],
    ['a value before any group', '0101000000000001210001610004000000010 3'.replace(' ', ''), 'strayValue'],
    ['an additional value of nothing', `${head}2100000004000000010 3`.replace(' ', ''), 'strayValue'],
    ['a collection without an end', `${head}340001610000 4a0000000162 03`.replaceAll(' ', ''), 'openCollection'],
  ])('%s', (_, hex, error) => {
    expect(decodeMessage(Buffer.from(hex, 'hex'))).toEqual({ ok: false, error });
  });

  test('every message cut short anywhere is refused', () => {
    for (let length = 0; length < GET_JOBS.length; length += 1) {
      expect(decodeMessage(GET_JOBS.subarray(0, length))).toEqual({ ok: false, error: 'truncated' });
    }
  });

  test('an integer of three bytes and a value of an unknown tag are kept as bytes', () => {
    const read = decodeMessage(Buffer.from(`${head}210001610003010203 7e0001620002ffee 03`.replaceAll(' ', ''), 'hex'));
    expect(read.ok && read.value.groups[0]?.attributes).toEqual([
      { name: 'a', values: [{ tag: 0x21, value: Uint8Array.of(1, 2, 3) }] },
      { name: 'b', values: [{ tag: 0x7e, value: Uint8Array.of(0xff, 0xee) }] },
    ]);
  });

  test('a hundred thousand nested collections neither overflow the stack nor hang', () => {
    const open = Buffer.from('3400000000', 'hex');
    const deep = Buffer.concat([
      Buffer.from(`${head}340001610000`, 'hex'),
      ...Array.from({ length: 100_000 }, () => open),
      Buffer.from('03', 'hex'),
    ]);
    expect(decodeMessage(deep)).toEqual({ ok: false, error: 'openCollection' });
  });
});

test('any bytes whatever are answered with a value', () => {
  const message = fc.tuple(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(message, ([header, rest]) => {
      const read = decodeMessage(Buffer.concat([header, Buffer.from([1]), rest]));
      // What could be read can be written and read again to the same message.
      if (read.ok)
        expect(decodeMessage(encodeMessage(withoutNull(read.value)))).toEqual({
          ok: true,
          value: withoutNull(read.value),
        });
    }),
    { numRuns: 5_000 },
  );
});

test('a real reply with any of its bytes changed is answered with a value', () => {
  fc.assert(
    fc.property(fc.nat(GET_JOBS.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(GET_JOBS);
      changed[at] = byte;
      expect(typeof decodeMessage(changed).ok).toBe('boolean');
    }),
    { numRuns: 3_000 },
  );
});

/** Collections nested too deep are read as null and cannot be written: attributes that hold one are dropped. */
function withoutNull(message: IppMessage): IppMessage {
  const keeps = ({ values }: IppAttribute): boolean => values.every(writable);
  return {
    ...message,
    groups: message.groups.map(({ tag, attributes }) => ({ tag, attributes: attributes.filter(keeps) })),
  };
}

function writable({ tag, value }: IppValue): boolean {
  if (value !== null && typeof value === 'object' && 'members' in value) {
    return value.members.every(({ values }) => values.every(writable));
  }
  return tag !== VALUE_TAG.begCollection && (value !== null || tag < 0x20);
}
