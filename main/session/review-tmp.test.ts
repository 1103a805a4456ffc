import { afterEach, expect, test } from 'vitest';
import { isSelfService } from '../../contract/catalogue/item.ts';
import { ok } from '../../contract/result.ts';
import { catalogue, hand, type OpenedSession, openSession, person, RECORD } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());
const CODE = catalogue.popular()[0]?.code ?? '';
const open = catalogue.items.find((i) => isSelfService(i) && i.machine.identity === 'none' && i.machine.form.length === 0);
const look = { type: 'lookAround' } as const;

test('A card read while public info is fetched', async () => {
  opened = openSession();
  await opened.touch(look, { type: 'chooseItem', code: open!.code }, { type: 'confirm' });
  opened.put('wang-guilan');
  opened.fetched.give(ok(RECORD));
  await opened.clock.advance(0);
  await opened.touch({ type: 'home' }, { type: 'chooseItem', code: CODE });
  expect(opened.screen()).toBe('confirm');
});
test('B unreadable card put in home, then item', async () => {
  opened = openSession();
  await opened.touch(look);
  opened.session.card({ type: 'presented' });
  opened.session.card({ type: 'failed', code: 'card.expired' });
  await opened.touch({ type: 'chooseItem', code: CODE });
  expect(opened.screen()).toBe('cardTrouble');
});
test('C still printing', async () => {
  opened = openSession({ earlier: () => ({ itemCode: CODE, outcome: 'printing' }) });
  await opened.touch(look, { type: 'chooseItem', code: CODE });
  opened.put('wang-guilan');
  expect(opened.screen()).toBe('item');
});
test('D guide called off', async () => {
  const g = hand<any>();
  opened = openSession({ guide: () => g.promise });
  opened.put('wang-guilan');
  const guided = catalogue.items.find(({ machine }) => machine.kind === 'apply')!;
  await opened.touch({ type: 'chooseItem', code: guided.code }, { type: 'printGuide' });
  expect(opened.look().screen.name).toBe('item');
  opened.take();
  g.give(ok({ transactionId: 'T', document: { pdf: new Uint8Array(), pages: 2 } }));
  await opened.clock.advance(0);
  console.log(opened.screen(), opened.asked);
  await opened.clock.advance(30000);
  console.log(opened.screen(), opened.asked);
});
test('E guide state double press: printGuide again', async () => {
  const g = hand<any>();
  let n = 0;
  opened = openSession({ guide: () => { n++; return g.promise; } });
  await opened.touch(look);
  const guided = catalogue.items.find(({ machine }) => machine.kind === 'apply')!;
  await opened.touch({ type: 'chooseItem', code: guided.code }, { type: 'printGuide' }, { type: 'printGuide' }, {type:'back'}, {type:'key',key:'a'});
  expect(n).toBe(1);
  await opened.touch({ type: 'home' });
  expect(opened.screen()).toBe('home');
});
