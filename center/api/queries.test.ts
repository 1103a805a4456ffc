import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryAnswerSchema } from '../../contract/gateway.ts';
import { ITEM, kioskHeaders, OTHER_KIOSK, queryFor, type Rig, startRig } from '../center-rig.ts';
import { RECORD_KINDS } from '../records/record-kinds.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ publicUrl: 'https://center.example/' });
});
afterAll(() => rig.end());

const ask = async (query: unknown) =>
  queryAnswerSchema.parse(await (await rig.send('POST', '/v1/queries', query)).json());

async function askForRecord(personId: string, itemCode: string) {
  const query = queryFor(personId, itemCode);
  const answer = await ask(query);
  if (answer.outcome !== 'record') throw new Error('expected a record');
  return { query, answer };
}

describe('a query', () => {
  it('is answered with the record of that person and a document of its own', async () => {
    const { query, answer } = await askForRecord('wang-guilan', ITEM.account);
    expect(answer).toMatchObject({ queryId: query.queryId, holderIdNumber: query.holder.idNumber });
    expect(answer.record.tables.months).toHaveLength(120);
    expect(answer.document.number).toMatch(/^SH20261121-[2-9A-Z]{8}$/);
    expect(answer.document.issuedAt).toBe('2026-11-21T10:00:00+08:00');
    expect(answer.document.verifyUrl).toMatch(
      new RegExp(`^https://center\\.example/verify/${answer.document.number}\\?c=[\\w-]{12}$`),
    );
    expect(answer.delivered).toBeUndefined();
  });

  it('repeated gets the very same answer, also after a restart on a later day', async () => {
    const { query, answer } = await askForRecord('li-jianguo', ITEM.contributions);
    expect(await ask(query)).toEqual(answer);
    await rig.restart({ now: () => new Date('2027-03-03T03:00:00Z') });
    expect(await ask(query)).toEqual(answer);
    await rig.restart();
  });

  it('sent several times at once is answered once', async () => {
    const query = queryFor('zhao-gong-fu', ITEM.certificate);
    const answers = await Promise.all([ask(query), ask(query), ask(query), ask(query)]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('asked anew gets the same record under another number', async () => {
    const first = await askForRecord('chen-xiaoyu', ITEM.account);
    const second = await askForRecord('chen-xiaoyu', ITEM.account);
    expect(second.answer.record).toEqual(first.answer.record);
    expect(second.answer.document.number).not.toBe(first.answer.document.number);
  });

  it('with an id that was used for something else, or by another kiosk, is a conflict', async () => {
    const query = queryFor('wang-guilan', ITEM.account);
    await ask(query);
    const changed = { ...query, itemCode: ITEM.contributions };
    expect((await rig.send('POST', '/v1/queries', changed)).status).toBe(409);
    expect((await rig.send('POST', '/v1/queries', query, kioskHeaders(OTHER_KIOSK))).status).toBe(409);
  });

  it('for an unknown item is not found', async () => {
    expect((await rig.send('POST', '/v1/queries', queryFor('wang-guilan', '310000000000'))).status).toBe(404);
  });
});

describe('no record', () => {
  it('for a person whom no department knows, whatever the item, and the same again', async () => {
    for (const { itemCode } of RECORD_KINDS) {
      const query = queryFor('lin-xiaoman', itemCode);
      const answer = await ask(query);
      expect(answer).toEqual({
        outcome: 'noRecord',
        queryId: query.queryId,
        itemCode,
        holderIdNumber: query.holder.idNumber,
      });
      expect(await ask(query)).toEqual(answer);
    }
  });

  it("for somebody else's number under one's own name", async () => {
    const query = queryFor('wang-guilan', ITEM.account);
    const { idNumber } = queryFor('li-jianguo', ITEM.account).holder;
    expect((await ask({ ...query, holder: { ...query.holder, idNumber } })).outcome).toBe('noRecord');
  });

  it('but a foreigner is found by either name', async () => {
    const query = queryFor('marie-tremblay', ITEM.account);
    const answer = await ask({ ...query, holder: { ...query.holder, name: 'TREMBLAY,  MARIE ANNE' } });
    expect(answer.outcome).toBe('record');
  });
});

describe('a delivered document', () => {
  it('has the digest and size that were announced, also after a restart', async () => {
    const { answer } = await askForRecord('sun-rare', ITEM.certificate);
    const { delivered } = answer;
    if (delivered === undefined) throw new Error('expected a delivered document');
    for (const restarted of [false, true]) {
      if (restarted) await rig.restart();
      const response = await rig.send('GET', delivered.path);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(bytes.length).toBe(delivered.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(delivered.sha256);
    }
  });

  it('is not given to another kiosk, and a document that is laid out at the kiosk has no PDF here', async () => {
    const certificate = (await askForRecord('sun-rare', ITEM.certificate)).answer.delivered?.path ?? '';
    expect((await rig.send('GET', certificate, undefined, kioskHeaders(OTHER_KIOSK))).status).toBe(404);
    const { number } = (await askForRecord('sun-rare', ITEM.account)).answer.document;
    expect((await rig.send('GET', `/v1/documents/${number}`)).status).toBe(404);
  });
});
