import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { composeMessage } from '../../center/locker/messages/compose.ts';
import { webhookPost } from '../../center/locker/messages/webhook.ts';
import { encodePickupCode } from '../../contract/pickup-code.ts';
import { classifyScan } from '../../main/scanning/classify-scan.ts';
import { type Phone, startPhone } from './phone.ts';

const SECRET = 'a secret of both sides';
const QR = encodePickupCode('123456789012');

function temporaryFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-phone-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'phone.json');
}

async function phoneOf(file = temporaryFile()): Promise<Phone> {
  const phone = await startPhone(SECRET, file);
  onTestFinished(() => phone.close());
  return phone;
}

const send = (phone: Phone, id: string, text: string, secret = SECRET) =>
  webhookPost({ url: phone.url, secret })(
    { id, kind: 'deposited', to: '10000000001', text, kioskId: '310120-0042', caseNumber: '310120202600001' },
    new Date('2026-11-21T02:00:00Z'),
    new AbortController().signal,
  );

test.each([
  ['deposited', true],
  ['again', false],
  ['reminder', true],
] as const)(
  'code and QR code of “%s” are read out of the center’s text as the kiosk takes them',
  async (kind, agents) => {
    const phone = await phoneOf();
    const text = composeMessage(kind, {
      itemName: '居住证',
      place: '样本站',
      agents,
      direction: 'document',
      at: '2026-11-21T02:00:00Z',
      codes: { code: '012345', link: `https://center.example/pickup/${QR}` },
    });
    expect(await send(phone, 'one', text)).toBe('sent');
    expect(await send(phone, 'one', text)).toBe('sent');
    expect(phone.messages()).toMatchObject([{ text, code: '012345', qr: QR }]);
    const [message] = phone.messages();
    const scanned = classifyScan(message?.qr ?? '', { publicUrl: 'https://center.example' });
    expect(scanned).toMatchObject({ kind: 'pickupCode', digits: '123456789012' });
  },
);

test('messages stay over a restart, the newest fifty of them, for nobody but the owner', async () => {
  const file = temporaryFile();
  const before = await startPhone(SECRET, file);
  for (let count = 1; count <= 52; count++) await send(before, `id ${count}`, `取件码${100_000 + count}`);
  const seen = before.messages();
  await before.close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const phone = await phoneOf(file);
  expect(phone.messages()).toEqual(seen);
  expect(phone.messages()).toHaveLength(50);
  expect(phone.messages()[0]).toMatchObject({ code: '100052' });
  expect(await send(phone, 'id 52', '取件码100052')).toBe('sent');
  expect(phone.messages()).toEqual(seen);
});

test('what is not signed with the secret is not taken', async () => {
  const phone = await phoneOf();
  expect(await send(phone, 'one', '取件码123456', 'a secret of somebody else')).toBe('serverError');
  expect(phone.messages()).toEqual([]);
});

test('a center that is cut off in the middle of a message does not end the demo', async () => {
  const phone = await phoneOf();
  const socket = connect(Number(new URL(phone.url).port), '127.0.0.1');
  socket.write('POST /sms HTTP/1.1\r\nhost: phone\r\ncontent-length: 100\r\n\r\n{"id"');
  await once(socket, 'connect');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect(await send(phone, 'two', '通知')).toBe('sent');
});
