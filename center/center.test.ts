import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswerSchema } from './api/errors.ts';
import { ITEM, KIOSK, kioskHeaders, OTHER_KIOSK, queryFor, type Rig, startRig } from './center-rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ requestTimeoutMs: 1000 });
});
afterAll(() => rig.end());

async function refusal(response: Response): Promise<{ status: number; code: string; message: string }> {
  expect(response.headers.get('content-type')).toContain('application/json');
  const { error } = errorAnswerSchema.parse(await response.json());
  return { status: response.status, ...error };
}

describe('who may ask', () => {
  it('health needs no key', async () => {
    const response = await rig.send('GET', '/v1/health', undefined, {});
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  const wrong: readonly (readonly [string, Record<string, string>])[] = [
    ['no key', {}],
    ['a wrong key', { ...kioskHeaders(), authorization: 'Bearer specimen-key-0042-aaab' }],
    ['the key of another kiosk', { ...kioskHeaders(), 'x-tongban-kiosk': OTHER_KIOSK }],
    ['an unknown kiosk', { ...kioskHeaders(), 'x-tongban-kiosk': '310120-9999' }],
    ['no kiosk', { authorization: kioskHeaders().authorization ?? '' }],
    ['a key of another scheme', { ...kioskHeaders(), authorization: 'Basic specimen-key-0042-aaaa' }],
  ];
  it.each(wrong)('%s is refused, the same way on every route', async (_name, headers) => {
    const answers = await Promise.all([
      rig.send('POST', '/v1/queries', queryFor('wang-guilan', ITEM.account), headers),
      rig.send('GET', '/v1/documents/SH20261121-22222222', undefined, headers),
      rig.send('PUT', '/v1/transactions/x', {}, headers),
      rig.send('PUT', '/v1/ratings/x', {}, headers),
      rig.send('GET', '/v1/transactions', undefined, headers),
      rig.send('GET', '/v1/locker/cases/310120202600001?direction=document', undefined, headers),
      rig.send('PUT', '/v1/locker/codes/x', {}, headers),
      rig.send('GET', '/v1/locker/notices', undefined, headers),
    ]);
    const refusals = await Promise.all(answers.map(refusal));
    expect(new Set(refusals.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ status: 401, code: 'unauthorized', message: 'unknown kiosk or wrong key' })]),
    );
  });
});

describe('bad requests', () => {
  it('half a JSON, no JSON, and the wrong kind of content', async () => {
    expect(await refusal(await rig.send('POST', '/v1/queries', '{"queryId":'))).toMatchObject({
      status: 400,
      code: 'badRequest',
    });
    expect(await refusal(await rig.send('POST', '/v1/queries', '"text"'))).toMatchObject({ status: 400 });
    const html = await rig.send('POST', '/v1/queries', '<p>', { ...kioskHeaders(), 'content-type': 'text/html' });
    expect(await refusal(html)).toMatchObject({ status: 415, code: 'unsupportedMediaType' });
  });

  it('a message that is too large', async () => {
    const body = { ...queryFor('wang-guilan', ITEM.account), purpose: '长'.repeat(40_000) };
    expect(await refusal(await rig.send('POST', '/v1/queries', body))).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  it('names the key that is wrong and never repeats what was sent', async () => {
    const query = queryFor('wang-guilan', ITEM.account);
    const body = { ...query, holder: { ...query.holder, cardKind: '319999195103129021' } };
    const answer = await refusal(await rig.send('POST', '/v1/queries', body));
    expect(answer.message).toContain('body/holder/cardKind');
    expect(answer.message).not.toContain('319999195103129021');
  });

  it('an address that is not there', async () => {
    expect(await refusal(await rig.send('GET', '/v2/queries'))).toMatchObject({ status: 404, code: 'notFound' });
  });
});

/** Sends bytes on a bare socket and gives everything that came back until the center closed it. */
function rawExchange(bytes: string): Promise<string> {
  const { hostname, port } = new URL(rig.url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(10_000, () => socket.destroy(new Error('the center did not close the connection')));
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

describe('connections that do not behave', () => {
  it('noise is answered and cut off', async () => {
    const received = await rawExchange('\x02\x00noise\r\n\r\n');
    expect(received).toMatch(/^HTTP\/1.1 400 /);
    expect(received).toContain('"code":"badRequest"');
  });

  it('a request that never ends is cut off', async () => {
    const head = `POST /v1/queries HTTP/1.1\r\nhost: center\r\nauthorization: Bearer specimen-key-0042-aaaa\r\nx-tongban-kiosk: ${KIOSK}\r\n`;
    const received = await rawExchange(
      `${head}content-type: application/json\r\ncontent-length: 500\r\n\r\n{"queryId"`,
    );
    expect(received).toMatch(/^HTTP\/1.1 408 /);
    expect(received).toContain('"code":"timeout"');
  });

  it('headers that never end are cut off', async () => {
    expect(await rawExchange('GET /v1/health HTTP/1.1\r\nhost: cen')).toMatch(/^HTTP\/1.1 408 /);
  });
});
