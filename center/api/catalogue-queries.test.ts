import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryAnswerSchema } from '../../contract/gateway.ts';
import { queryFor, type Rig, startRig } from '../center-rig.ts';
import { filledIn, selfServiceItems, templateOf } from '../records/catalogue-rig.ts';
import { recordKind } from '../records/record-kinds.ts';
import { errorAnswerSchema } from './errors.ts';

const items = selfServiceItems().filter(({ code }) => recordKind(code) === undefined);

/** The first item of which this holds. */
function itemWhere(holds: (item: (typeof items)[number]) => boolean) {
  const found = items.find(holds);
  if (found === undefined) throw new Error('the catalogue has no such item');
  return found;
}

const publicList = itemWhere(({ machine }) => machine.identity === 'none' && machine.form.length === 0);
const ownRecord = itemWhere(
  ({ machine }) => machine.identity === 'card' && machine.form.length === 0 && !machine.binding.sampleHolders,
);
const ofMonths = itemWhere(({ machine }) => machine.form.some(({ type }) => type === 'monthRange'));
const withTwoFields = itemWhere(({ machine }) => machine.form.filter(({ required }) => required).length > 1);

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ publicUrl: 'https://center.example' });
});
afterAll(() => rig.end());

const post = (query: unknown) => rig.send('POST', '/v1/queries', query);
const ask = async (query: unknown) => queryAnswerSchema.parse(await (await post(query)).json());
const anonymous = (itemCode: string, inputs = {}) => ({ ...queryFor('wang-guilan', itemCode), holder: null, inputs });

async function refusal(query: unknown) {
  const response = await post(query);
  return { status: response.status, ...errorAnswerSchema.parse(await response.json()).error };
}

describe('public information', () => {
  it('is answered to nobody, with a document that is nobody’s', async () => {
    const query = anonymous(publicList.code);
    const answer = await ask(query);
    expect(answer).toMatchObject({ outcome: 'record', holderIdNumber: null });
    expect(await ask(query)).toEqual(answer);
    const { pathname, search } = new URL(answer.outcome === 'record' ? answer.document.verifyUrl : '');
    const page = await (await rig.send('GET', pathname + search, undefined, {})).text();
    expect(page).toContain(templateOf(publicList)?.title.zh);
    expect(page).toContain('<dt>持有人</dt><dd>—</dd>');
  });

  it('is the same whoever asks, known or not, and does not say who asked', async () => {
    const first = await ask(anonymous(publicList.code));
    for (const personId of ['wang-guilan', 'lin-xiaoman']) {
      const answer = await ask(queryFor(personId, publicList.code));
      if (answer.outcome !== 'record' || first.outcome !== 'record') throw new Error('expected a record');
      expect(answer.record).toEqual(first.record);
      const { pathname, search } = new URL(answer.document.verifyUrl);
      expect(await (await rig.send('GET', pathname + search, undefined, {})).text()).toContain('<dd>—</dd>');
    }
  });

  it('but nobody gets a record of a person without a card', async () => {
    expect(await refusal(anonymous(ownRecord.code))).toMatchObject({ status: 400, code: 'badRequest' });
  });
});

describe('an item of the catalogue', () => {
  it('has a record of its own title for everybody whom the departments know', async () => {
    const answer = await ask(queryFor('li-jianguo', ownRecord.code));
    if (answer.outcome !== 'record') throw new Error('expected a record');
    expect(Object.keys(answer.record.subject)).toEqual(templateOf(ownRecord)?.subject.map(({ key }) => key));
    expect((await ask(queryFor('lin-xiaoman', ownRecord.code))).outcome).toBe('noRecord');
  });

  it('that ends in a guide is not found', async () => {
    const current = rig.catalogue.current();
    const guide = current?.entries.find(({ kind, text }) => kind === 'item' && text.includes('"kind":"guide"'));
    const answer = await refusal(queryFor('li-jianguo', guide?.id ?? ''));
    expect(answer).toMatchObject({ status: 404, code: 'notFound' });
  });

  it('that was published a moment ago is answered, without a restart', async () => {
    const entries = rig.catalogue.current()?.entries ?? [];
    const copied = entries.find(({ id }) => id === publicList.code)?.text ?? '';
    const code = '319999999999';
    const text = copied.replaceAll(publicList.code, code);
    expect((await refusal(anonymous(code))).status).toBe(404);
    await rig.catalogue.publish([...entries, { kind: 'item', id: code, text }]);
    expect((await ask(anonymous(code))).outcome).toBe('record');
  });
});

describe('what was filled in', () => {
  it('is part of the question: the same id with other inputs is a conflict, in another order it is not', async () => {
    const inputs = filledIn(withTwoFields.machine.form);
    const query = { ...queryFor('li-jianguo', withTwoFields.code), inputs };
    const answer = await ask(query);
    const turned = Object.fromEntries(Object.entries(inputs).toReversed());
    expect(Object.keys(turned)).not.toEqual(Object.keys(inputs));
    expect(await ask({ ...query, inputs: turned })).toEqual(answer);
    const [first = ''] = Object.keys(inputs);
    expect((await post({ ...query, inputs: { ...inputs, [first]: `${inputs[first]}1` } })).status).toBe(409);
  });

  it('is checked again: what is missing, wrong or not asked for is refused by its field, never by its value', async () => {
    const query = queryFor('li-jianguo', ofMonths.code);
    const inputs = filledIn(ofMonths.machine.form);
    const key = ofMonths.machine.form.find(({ type }) => type === 'monthRange')?.key ?? '';
    const wrong = await refusal({ ...query, inputs: { ...inputs, [key]: '2026-08/2026-06' } });
    expect(wrong).toMatchObject({ status: 400, code: 'badRequest', message: `body/inputs/${key}: badMonths` });
    const running = await refusal({ ...query, inputs: { ...inputs, [key]: '2026-11/2026-11' } });
    expect(running.message).toBe(`body/inputs/${key}: tooLate`);
    const surplus = await refusal({ ...query, inputs: { ...inputs, secret: '319999195103129021' } });
    expect(surplus).toMatchObject({ status: 400 });
    expect(surplus.message).not.toMatch(/secret|319999195103129021/);
    expect((await refusal({ ...query, inputs: { 'no key': 'x' } })).status).toBe(400);
    const { inputs: _, ...without } = query;
    expect((await refusal(without)).status).toBe(400);
  });

  it('a refused query leaves its id free for the right one', async () => {
    const query = queryFor('li-jianguo', ofMonths.code);
    const key = ofMonths.machine.form.find(({ type }) => type === 'monthRange')?.key ?? '';
    expect((await post({ ...query, inputs: { [key]: 'x' } })).status).toBe(400);
    expect((await post({ ...query, inputs: filledIn(ofMonths.machine.form) })).status).toBe(200);
  });
});
