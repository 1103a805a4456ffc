import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { createMeter } from '../device/meter.ts';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { localSocketOpener } from '../transport/socket-wire.ts';
import { openPcsc, PCSC_TRANSMIT_LIMIT_MS, type PcscClient } from './client.ts';

const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4);
  return bytes;
};
const VERSION = words(4, 4, 0);
const CONTEXT = words(2, 7, 0);
const READER = { name: 'R', nameBytes: Buffer.from('R'), eventCounter: 1, card: 'present' } as const;
const CONNECTED = Buffer.concat([Buffer.alloc(140), words(0x55, 1, 0)]);
const transmitted = (bytes: number, rv = 0): Buffer => words(0x55, 1, 16, 5, 1, 16, bytes, rv);
const APDU = Uint8Array.of(0, 0xb2, 8, 0, 0x14);

/** A client whose every request is answered with the next of these; an empty one is silence. */
async function answering(...replies: Buffer[]) {
  const { opener, port } = createMemoryWire();
  const clock = new ManualClock();
  const meter = createMeter();
  const left = [VERSION, CONTEXT, ...replies];
  port.onReceive(() => {
    const reply = left.shift();
    if (reply && reply.length > 0) port.send(reply);
  });
  const opened = await openPcsc({ opener, clock, meter });
  if (!opened.ok) throw new Error(opened.error.kind);
  return { client: opened.value, clock, meter, port };
}

async function cardOf(client: PcscClient) {
  const card = await client.connect(READER);
  if (!card.ok) throw new Error(card.error.kind);
  return card.value;
}

test('nobody listens at the socket', async () => {
  const opener = localSocketOpener('/nowhere/pcscd.comm', systemClock);
  const opened = await openPcsc({ opener, clock: systemClock, meter: createMeter() });
  expect(opened).toEqual({ ok: false, error: { kind: 'absent', reason: 'portMissing' } });
});

test('an answer of the card comes in pieces', async () => {
  const { client, port } = await answering(CONNECTED, transmitted(4));
  const card = await cardOf(client);
  const answer = client.transmit(card, APDU);
  port.send(Uint8Array.of(1));
  port.send(Uint8Array.of(2, 0x90));
  port.send(Uint8Array.of(0));
  expect(await answer).toEqual({ ok: true, value: Buffer.of(1, 2, 0x90, 0) });
});

test.each([
  ['another protocol than T=0', [Buffer.concat([Buffer.alloc(140), words(0x55, 2, 0)])]],
  ['an answer without status', [CONNECTED, Buffer.concat([transmitted(1), Buffer.of(0x90)])]],
  ['an answer longer than any', [CONNECTED, transmitted(5_000)]],
])('%s ends the connection', async (_name, replies) => {
  const { client } = await answering(...replies);
  const card = await client.connect(READER);
  const last = card.ok ? await client.transmit(card.value, APDU) : card;
  expect(last).toMatchObject({ ok: false, error: { kind: 'protocol' } });
  expect(await client.connect(READER)).toEqual(last);
});

test('pcscd says no: the connection stays', async () => {
  const { client } = await answering(CONNECTED, transmitted(0, 0x80100069), CONNECTED);
  const card = await cardOf(client);
  const refused = await client.transmit(card, APDU);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'answer', code: 'cardRemoved' } });
  expect((await client.connect(READER)).ok).toBe(true);
});

test('an answer that comes too late is never taken for the next one: there is no next one on this wire', async () => {
  const { client, clock, meter, port } = await answering(CONNECTED, Buffer.alloc(0), Buffer.alloc(0));
  const card = await cardOf(client);
  const answer = client.transmit(card, APDU);
  await clock.advance(PCSC_TRANSMIT_LIMIT_MS);
  expect(await answer).toEqual({ ok: false, error: { kind: 'silent', limitMs: PCSC_TRANSMIT_LIMIT_MS } });
  port.send(Buffer.concat([transmitted(2), Buffer.of(0x90, 0)]));
  expect(await client.transmit(card, APDU)).toMatchObject({ ok: false, error: { kind: 'silent' } });
  expect(meter.snapshot().unanswered).toBe(1);
});

test('a wait ends with the notice, with the limit and with an interrupt, and each time nothing is owed', async () => {
  const states = Buffer.alloc(2_944);
  const notice = Buffer.alloc(8);
  const none = Buffer.alloc(0);
  const { client, clock, port } = await answering(states, states, states, notice, states, notice, CONNECTED, none);
  const noticed = client.changed([], 1_000);
  await clock.advance(10);
  port.send(notice);
  expect((await noticed).ok).toBe(true);
  const limited = client.changed([], 1_000);
  await clock.advance(1_000);
  expect((await limited).ok).toBe(true);
  const interrupted = client.changed([], 1_000);
  await clock.advance(10);
  client.interrupt();
  expect((await interrupted).ok).toBe(true);
  expect((await client.connect(READER)).ok).toBe(true);
});

test('the cable to the daemon is cut in the middle of a wait', async () => {
  const { client, clock, port } = await answering(Buffer.alloc(2_944));
  const waiting = client.changed([], 1_000);
  await clock.advance(10);
  await port.unplug();
  expect(await waiting).toEqual({ ok: false, error: { kind: 'closed' } });
});

test('a stop while a question is just being written: both end, and none throws', async () => {
  const { client } = await answering(CONNECTED);
  const card = client.connect(READER);
  const closing = client.close();
  expect((await card).ok).toBe(false);
  await closing;
});

test('a question that is asked while the good-bye is under way ends at once', async () => {
  const { client } = await answering(Buffer.alloc(0));
  const closing = client.close();
  expect(await client.connect(READER)).toMatchObject({ ok: false, error: { kind: 'closed' } });
  await closing;
});
