import { expect, onTestFinished, test } from 'vitest';
import type { LockerCase } from '../../contract/locker.ts';
import { systemClock } from '../../native/clock.ts';
import { createCenterClient } from './center-client.ts';
import { type Behaviour, json, startFaultServer } from './fault-server.ts';
import { findCaseAt } from './find-case.ts';

const NUMBER = '310120202600001';
const CASE: LockerCase = {
  caseNumber: NUMBER,
  direction: 'document',
  itemName: { zh: '居住证', en: 'Residence permit' },
  holder: { cardKind: 'resident', name: '王桂兰', idNumber: '319999195103129021' },
  maskedMobile: '138****1234',
  agents: false,
  size: 'small',
};

async function asked(behaviour: Behaviour, caseNumber = NUMBER, direction: 'document' | 'material' = 'document') {
  const server = await startFaultServer();
  const paths: (string | undefined)[] = [];
  server.behave((request, response, body) => {
    paths.push(request.url);
    return behaviour(request, response, body);
  });
  const client = createCenterClient({
    url: server.url,
    kioskId: '310120-0042',
    key: 'test-key-0123456789',
    clock: systemClock,
    log: () => undefined,
    queryTimeoutMs: 400,
  });
  onTestFinished(() => client.stop());
  const answer = await findCaseAt(client)(caseNumber, direction, new AbortController().signal);
  return { answer, paths };
}

const found = (change: Partial<LockerCase> = {}): Behaviour =>
  json(200, { outcome: 'found', case: { ...CASE, ...change } });
const refused = (reason: string, caseNumber = NUMBER): Behaviour =>
  json(200, { outcome: 'refused', caseNumber, reason });

test('a case comes through as the center has it', async () => {
  expect(await asked(found())).toEqual({
    answer: { ok: true, value: CASE },
    paths: [`/v1/locker/cases/${NUMBER}?direction=document`],
  });
});

test.each(['unknown', 'elsewhere', 'noMobile', 'noHolder', 'notReady', 'closed', 'stored'])(
  'judged by the center: %s',
  async (reason) => {
    expect((await asked(refused(reason))).answer).toEqual({ ok: false, error: `case.${reason}` });
  },
);

test.each(['31012020260000A', '31012020260000', '3101202026000011', ''])(
  'no question is asked for what is no case number: “%s”',
  async (text) => {
    expect(await asked(found(), text)).toEqual({ answer: { ok: false, error: 'case.malformed' }, paths: [] });
  },
);

test.each([
  ['another case', found({ caseNumber: '310120202600002' })],
  ['a case for the other direction', found({ direction: 'material' })],
  ['a refusal of another case', refused('closed', '310120202600002')],
  ['a case without a holder', json(200, { outcome: 'found', case: { ...CASE, holder: undefined } })],
  ['a log-in page', json(200, { html: '<h1>' })],
])('%s is no answer', async (_what, behaviour) => {
  expect((await asked(behaviour)).answer).toEqual({ ok: false, error: 'center.badAnswer' });
});

test('a center that fails is told as such, so that materials can be taken all the same', async () => {
  expect((await asked(json(500, {}))).answer).toEqual({ ok: false, error: 'center.failed' });
});
