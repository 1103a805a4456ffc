import { describe, expect, test } from 'vitest';
import { createNewlandDevice } from '../simulator/newland-device.ts';
import { answersNewland, createNewlandReplyDecoder, encodeNewland, lookNewlandReply } from './newland-frames.ts';
import { newlandTrigger, silentTrigger } from './triggers.ts';

const hex = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** As in the manuals: what both the driver and its simulator are measured by. */
const TRIGGER_ON = '7e013030303023' + '53434e54524731' + '3b03';
const TRIGGER_ON_DONE = '0201303030302353434e54524731063b03';
const QUERY_C11 = '7e01303030304043' + '31312a3b03';

describe('commands', () => {
  test('trigger on, from programs in use', () => {
    expect(hex(encodeNewland(newlandTrigger(true)))).toBe(TRIGGER_ON);
  });

  test('a query, from a maker’s manual', () => {
    expect(hex(encodeNewland('C11*', 'permanent'))).toBe(QUERY_C11);
  });

  test('the short triggers', () => {
    const [honeywell, short] = [silentTrigger('honeywell'), silentTrigger('newland-short')];
    expect([hex(honeywell?.on), hex(honeywell?.off)]).toEqual(['16540d', '16550d']);
    expect([hex(short?.on), hex(short?.off)]).toEqual(['015404', '015004']);
  });

  test('the simulator answers the bytes of the manual with the bytes of the manual', () => {
    const device = createNewlandDevice();
    expect(device.receive(Buffer.from(TRIGGER_ON, 'hex')).map(hex)).toEqual([TRIGGER_ON_DONE]);
    expect(device.lit()).toBe(true);
  });
});

describe('replies', () => {
  test.each([
    ['done', '#SCNTRG1\x06', { storage: 'temporary', command: 'SCNTRG1', word: 'done' }],
    ['refused', '@ORTSET99\x15', { storage: 'permanent', command: 'ORTSET99', word: 'refused' }],
    ['unknown', '#QQQQQQ1\x05', { storage: 'temporary', command: 'QQQQQQ1', word: 'unknown' }],
  ])('%s', (_word, body, frame) => {
    const reply = bytes(`\x02\x010000${body};\x03`);
    expect(lookNewlandReply(reply)).toEqual({ type: 'frame', frame, bytes: reply.length });
  });

  test.each([
    ['another word', '\x02\x010000#SCNTRG1\x07;\x03'],
    ['no word', '\x02\x010000#SCNTRG1;\x03'],
    ['another storage', '\x02\x010000!SCNTRG1\x06;\x03'],
    ['no semicolon', '\x02\x010000#SCNTRG1\x06\x03'],
    ['no command', '\x02\x010000#\x06;\x03'],
    ['a control character in the command', '\x02\x010000#SCN\rRG1\x06;\x03'],
    ['nothing between', '\x02\x010000\x03'],
  ])('broken, %s: refused, and the next one is read', (_what, broken) => {
    const decoder = createNewlandReplyDecoder();
    const events = [...decoder.push(bytes(broken)), ...decoder.push(Buffer.from(TRIGGER_ON_DONE, 'hex'))];
    expect(events.filter((event) => event.type === 'frame')).toHaveLength(1);
    expect(events.some((event) => event.type === 'refused')).toBe(true);
  });

  test('one that does not end is held up to its bound and no further', () => {
    const decoder = createNewlandReplyDecoder();
    const events = decoder.push(bytes(`\x02\x010000#${'A'.repeat(1000)}`));
    expect(events[0]).toEqual({ type: 'refused', reason: 'length' });
    expect(decoder.held()).toBe(0);
  });

  test('a reply answers the command that it echoes, and no other', () => {
    const reply = { storage: 'temporary', command: 'SCNTRG1', word: 'done' } as const;
    expect(answersNewland(reply, 'SCNTRG1', 'temporary')).toBe(true);
    expect(answersNewland(reply, 'SCNTRG0', 'temporary')).toBe(false);
    expect(answersNewland(reply, 'SCNTRG1', 'permanent')).toBe(false);
    expect(answersNewland({ ...reply, command: 'SCNMOD2' }, 'SCNMOD*', 'temporary')).toBe(true);
    expect(answersNewland({ ...reply, command: 'ORTSET2' }, 'SCNMOD*', 'temporary')).toBe(false);
  });
});
