import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kioskHeaders, OTHER_KIOSK, type Rig, startRig } from '../../center-rig.ts';
import type { LockerEvent } from '../locker.ts';
import {
  answerWith,
  caseOf,
  codesOf,
  eventually,
  noticeOf,
  notices,
  type Provider,
  parcelOf,
  put,
  startProvider,
} from '../locker-rig.ts';
import { signature } from './webhook.ts';

const SECRET = 'specimen-webhook-secret';

let provider: Provider;
let rig: Rig;
let events: LockerEvent[] = [];
beforeEach(async () => {
  events = [];
  provider = await startProvider();
  rig = await startRig({ ...sending(), onEvent: (event) => events.push(event) });
});
afterEach(async () => {
  await rig.end();
  await provider.close();
});

const sending = (timeoutMs = 5000) => ({
  smsWebhook: { url: provider.url, secret: SECRET, firstPauseMs: 1, timeoutMs },
});

const postedSchema = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  text: z.string(),
  kioskId: z.string(),
  caseNumber: z.string(),
});

/** A document is put in and its holder is to be told. */
async function deposit() {
  const parcel = parcelOf();
  const codes = codesOf(parcel.id);
  const notice = noticeOf(parcel.id);
  await put(rig, 'parcels', parcel);
  await put(rig, 'codes', codes);
  const acknowledged = await put(rig, 'notices', notice);
  return { parcel, codes, notice, acknowledged };
}

const delivered = (id: string, wanted: string) =>
  eventually(async () => (await notices(rig)).find((notice) => notice.id === id && notice.delivery === wanted));
const postsOf = (id: string) => provider.posted.filter(({ headers }) => headers['x-tongban-message'] === id);

describe('the webhook', () => {
  it('gets number, text with both codes, and a signature over time and body', async () => {
    const { notice, codes } = await deposit();
    await delivered(notice.id, 'sent');
    const [post] = postsOf(notice.id);
    if (post === undefined) throw new Error('nothing was posted');
    const body = postedSchema.parse(JSON.parse(post.body));
    expect(body).toMatchObject({ id: notice.id, kind: 'deposited', to: '10000000001' });
    expect(body.text).toContain(`取件码${codes.code}`);
    expect(body.text).toContain(`${rig.url}/pickup/${codes.qr} `);
    const [, seconds = '', signed] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(post.headers['x-tongban-signature'])) ?? [];
    expect(signed).toBe(signature(SECRET, Number(seconds), post.body));
    expect(await eventually(() => events.find(({ event }) => event === 'message'))).toMatchObject({ delivery: 'sent' });
    expect(JSON.stringify(events)).not.toContain(codes.code);
  });

  it('is tried again after errors, with the same id, until it takes the message', async () => {
    let refusals = 0;
    provider.answer = (response) => {
      refusals += 1;
      answerWith(refusals < 4 ? 500 : 204)(response);
    };
    const { notice } = await deposit();
    expect(await delivered(notice.id, 'sent')).toMatchObject({ attempts: 4, failure: null });
    expect(postsOf(notice.id)).toHaveLength(4);
  });

  it('that is away holds nobody up, and gets everything when it is back', async () => {
    const port = Number(new URL(provider.url).port);
    await provider.close();
    const deposits = [await deposit(), await deposit()];
    expect(deposits.map(({ acknowledged }) => acknowledged.status)).toEqual([200, 200]);
    await eventually(async () => (await notices(rig)).find(({ failure }) => failure === 'unreachable'));
    provider = await startProvider(port);
    for (const { notice } of deposits) await delivered(notice.id, 'sent');
  });

  it('that answers nothing is left after the time limit', async () => {
    await rig.restart(sending(30));
    let silent = true;
    provider.answer = (response) => {
      if (!silent) answerWith(200)(response);
    };
    const { notice, acknowledged } = await deposit();
    expect(acknowledged.status).toBe(200);
    await eventually(async () => (await notices(rig)).find(({ failure }) => failure === 'timeout'));
    silent = false;
    await delivered(notice.id, 'sent');
  });

  it('that sends elsewhere is not followed', async () => {
    const elsewhere = await startProvider();
    provider.answer = answerWith(307, { location: elsewhere.url });
    const { notice } = await deposit();
    await eventually(async () => (await notices(rig)).find(({ failure }) => failure === 'redirect'));
    expect(elsewhere.posted).toEqual([]);
    expect(postsOf(notice.id).length).toBeGreaterThan(0);
    await elsewhere.close();
  });

  it('that refuses a message is asked five times, then it has failed and the next one goes', async () => {
    const first = await (async () => {
      provider.answer = answerWith(422);
      const { notice } = await deposit();
      expect(await delivered(notice.id, 'failed')).toMatchObject({ attempts: 5, failure: 'refused' });
      return notice;
    })();
    provider.answer = answerWith(200);
    const { notice } = await deposit();
    await delivered(notice.id, 'sent');
    expect(postsOf(first.id)).toHaveLength(5);
  });

  it.each([401, 403])('that answers %s does not know us now: the message waits until it does', async (status) => {
    let refusals = 0;
    provider.answer = (response) => {
      refusals += 1;
      answerWith(refusals < 8 ? status : 200)(response);
    };
    const { notice } = await deposit();
    expect(await delivered(notice.id, 'sent')).toMatchObject({ attempts: 8, failure: null });
  });

  it('never gets codes of a parcel that is gone meanwhile', async () => {
    provider.answer = answerWith(503);
    const { parcel, notice } = await deposit();
    await eventually(async () => (await notices(rig)).find(({ failure }) => failure === 'serverError'));
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'released', cell: null });
    await delivered(notice.id, 'superseded');
    provider.answer = answerWith(200);
    await rig.restart();
    const { notice: later } = await deposit();
    const before = postsOf(notice.id).length;
    await delivered(later.id, 'sent');
    expect(postsOf(notice.id)).toHaveLength(before);
  });

  it('gets after a restart what was not sent before', async () => {
    provider.answer = answerWith(500);
    const { notice } = await deposit();
    await eventually(() => postsOf(notice.id)[0]);
    provider.answer = answerWith(200);
    await rig.restart();
    await delivered(notice.id, 'sent');
  });

  it('once taken away leaves its messages to the log', async () => {
    provider.answer = answerWith(500);
    const { notice } = await deposit();
    await rig.restart({ smsWebhook: undefined });
    await delivered(notice.id, 'logged');
  });

  it('more than can be kept fails at once, visibly, and the kiosk is not refused', async () => {
    provider.answer = answerWith(500);
    await rig.restart({ ...sending(), mostQueuedMessages: 1 });
    const { notice: kept } = await deposit();
    const { notice, acknowledged } = await deposit();
    expect(acknowledged.status).toBe(200);
    expect(await delivered(notice.id, 'failed')).toMatchObject({ failure: 'queueFull' });
    await delivered(kept.id, 'queued');
    // What one kiosk sends too much of takes nobody else's place.
    const headers = kioskHeaders(OTHER_KIOSK);
    const caseNumber = caseOf(93);
    const { issue: _none, ...theirs } = noticeOf(randomUUID(), { kioskId: OTHER_KIOSK, kind: 'taken', caseNumber });
    await put(rig, 'notices', theirs, { headers });
    expect(await notices(rig, headers)).toMatchObject([{ delivery: 'queued' }]);
  });
});
