import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import { createReassembly } from './reassembly.ts';
import { decodePosReport, ENTER_POS_FEATURE, POS_BEEP, POS_TRIGGER_OFF, POS_TRIGGER_ON } from './reports.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Id, length, AIM identifier, data, and then zeros but for the bytes given by their place behind the id. */
function report(head: string, at: Readonly<Record<number, number>> = {}): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.set(Buffer.from(head, 'hex'));
  for (const [place, byte] of Object.entries(at)) bytes[Number(place) + 1] = byte;
  return Uint8Array.from(bytes);
}

describe('golden reports', () => {
  test.each([
    ['a QR code', report('02035d5131414243', { 60: 0x73 }), { symbology: ']Q1', data: 'ABC', continued: false }],
    ['one byte late', report('0203005d5131414243'), { symbology: ']Q1', data: 'ABC', continued: false }],
    ['a part', report('02035d4330414243', { 62: 1 }), { symbology: ']C0', data: 'ABC', continued: true }],
    [
      'without AIM, with Honeywell’s letter',
      report('0203000000414243', { 60: 0x64 }),
      { symbology: ']E0', data: 'ABC', continued: false },
    ],
    ['without either', report('0203000000414243'), { symbology: undefined, data: 'ABC', continued: false }],
  ])('%s', (_what, bytes, expected) => {
    const part = decodePosReport(bytes);
    expect(part.ok && { ...part.value, data: text(part.value.data) }).toEqual(expected);
  });

  test('what is sent', () => {
    expect([ENTER_POS_FEATURE, POS_TRIGGER_ON, POS_TRIGGER_OFF, POS_BEEP].map(hex)).toEqual([
      'fe01',
      'fd0316540d',
      'fd0316550d',
      'fd0316070d',
    ]);
  });

  test.each([
    ['another report', report('04035d5131414243'), 'otherReport'],
    ['nothing', new Uint8Array(0), 'otherReport'],
    ['a short one', report('02035d5131414243').slice(0, 63), 'length'],
    ['a long one', Uint8Array.of(...report('02035d5131414243'), 0), 'length'],
    ['a length beyond the data', report('02395d5131'), 'length'],
    ['a length beyond the data, one byte late', report('0238005d5131'), 'length'],
  ])('broken: %s', (_what, bytes, error) => {
    expect(decodePosReport(bytes)).toEqual({ ok: false, error });
  });

  test('any bytes at all: a part within its bounds, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 63, maxLength: 65 }), fc.boolean(), (bytes, begun) => {
        if (begun) bytes[0] = 0x02;
        const part = decodePosReport(bytes);
        if (part.ok) expect(part.value.data.length).toBeLessThanOrEqual(56);
      }),
    );
  });
});

describe('parts of one code', () => {
  const part = (data: string, continued: boolean, symbology = ']Q1') => ({
    symbology,
    data: Uint8Array.from(Buffer.from(data, 'latin1')),
    continued,
  });

  test('come together, without the line end that the scanner adds', () => {
    const code = createReassembly();
    expect(code.push(part('TB11', true))).toBeUndefined();
    expect(code.push(part('23\r\n', false))).toMatchObject({
      type: 'code',
      symbology: ']Q1',
      bytes: Uint8Array.from(Buffer.from('TB1123')),
    });
  });

  test.each([
    ['of another symbology', [part('TB11', true), part('23', false, ']C0')], 'incomplete'],
    ['too many', [...Array.from({ length: 90 }, () => part('A'.repeat(56), true)), part('B', false)], 'tooLong'],
  ])('%s: nothing of it is told, and the next code is', (_what, parts, reason) => {
    const code = createReassembly();
    expect(parts.map((each) => code.push(each)).filter((done) => done !== undefined)).toEqual([
      { type: 'refused', reason },
    ]);
    expect(code.push(part('OK', false))).toMatchObject({ type: 'code' });
  });

  test('the last one missing: given up in time', () => {
    const code = createReassembly();
    code.push(part('TB11', true));
    expect(code.expire()).toEqual({ type: 'refused', reason: 'incomplete' });
    expect(code.expire()).toBeUndefined();
  });

  test('a damaged report between them spoils the code', () => {
    const code = createReassembly();
    code.push(part('TB11', true));
    code.spoil();
    expect(code.push(part('23', false))).toEqual({ type: 'refused', reason: 'notDecodable' });
  });

  test('a damaged first report: the rest that follows is no code of its own, and the next code is one', () => {
    const code = createReassembly();
    code.spoil();
    expect(code.push(part('23', false))).toEqual({ type: 'refused', reason: 'notDecodable' });
    code.spoil();
    expect(code.expire()).toBeUndefined();
    expect(code.push(part('OK', false))).toMatchObject({ type: 'code' });
  });

  test('any parts in any order: never more held than the longest code, never a code longer than that', () => {
    const anyPart = fc.record({
      symbology: fc.constantFrom(']Q1', ']C0', undefined),
      data: fc.uint8Array({ maxLength: 56 }),
      continued: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 200 }), (parts) => {
        const code = createReassembly();
        for (const each of parts) {
          const done = code.push(each);
          expect(code.held()).toBeLessThanOrEqual(LONGEST_CODE_BYTES);
          expect(done === undefined).toBe(each.continued);
        }
      }),
    );
  });
});
