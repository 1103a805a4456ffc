import { expect, test } from 'vitest';
import { FrameJournal } from './frame-journal.ts';

test('a long chunk is shown by its head and its length, so that a person in it is not', () => {
  const frames = new FrameJournal();
  const name = Buffer.from('王桂兰', 'utf16le');
  frames.bytes('idCard')('fromDevice', Buffer.concat([Buffer.alloc(14, 0xaa), name]));
  frames.bytes('idCard')('toDevice', Uint8Array.of(0x20, 0x01));
  const [long, short] = frames.last();
  expect(long?.text).toBe(`${Array(14).fill('aa').join(' ')} … 20 bytes`);
  expect(short).toMatchObject({ wire: 'idCard', direction: 'toDevice', text: '20 01' });
});

test('keeps the last frames of each wire: a busy one does not push the others out', () => {
  const frames = new FrameJournal();
  frames.note('receipt', 'toDevice', 'status');
  for (let frame = 0; frame < 1_000; frame++) frames.note('idCard', 'toDevice', String(frame));
  expect(frames.last().map(({ text }) => text)).toContain('status');
  expect(frames.last().length).toBeLessThan(100);
  expect(frames.last().at(-1)?.text).toBe('999');
});
