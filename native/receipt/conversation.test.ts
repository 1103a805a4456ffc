import { expect, it } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { createConnection } from './connection.ts';
import { askAllStatus, askStatusByte } from './conversation.ts';
import { STATUS_LIMIT_MS } from './limits.ts';

async function openConnection() {
  const { opener, port } = createMemoryWire();
  const clock = new ManualClock();
  const asked: string[] = [];
  port.onReceive((bytes) => asked.push(Buffer.from(bytes).toString('hex')));
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  const nothing = (): void => undefined;
  const parts = { clock, log: nothing, dialect: 'standard', onReport: nothing, onEnd: nothing } as const;
  return { wire: createConnection({ ...parts, wire: opened.value }), port, clock, asked };
}

it('while an answer is owed nothing is asked, and when it came the next question has its own', async () => {
  const { wire, port, clock, asked } = await openConnection();
  const paper = askStatusByte(wire, 'paper');
  await clock.advance(STATUS_LIMIT_MS);
  expect(await paper).toBeUndefined();
  expect(await askAllStatus(wire, ['printer'])).toBeUndefined();
  expect(asked).toEqual(['100404']);

  port.send(Uint8Array.of(0x1e));
  const printer = askStatusByte(wire, 'printer');
  await clock.advance(0);
  port.send(Uint8Array.of(0x12));
  expect(await printer).toEqual({ printer: 0x12 });
  expect(asked).toEqual(['100404', '100401']);
});

it('an answer before its question is not taken', async () => {
  const { wire, port, clock } = await openConnection();
  port.send(Uint8Array.of(0x1e));
  const printer = askStatusByte(wire, 'printer');
  await clock.advance(STATUS_LIMIT_MS);
  expect(await printer).toBeUndefined();
  expect(wire.surplus()).toBe(1);
});

it('a wire that ends answers every waiter at once', async () => {
  const { wire, port } = await openConnection();
  const all = askAllStatus(wire, ['printer', 'offlineCause', 'errorCause', 'paper']);
  await port.unplug();
  expect(await all).toBeUndefined();
  expect(wire.alive()).toBe(false);
  expect(await wire.send([0x12])).toBe(false);
});
