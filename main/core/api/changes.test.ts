import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenedSession, openSession } from '../../session/testing.ts';
import { changes } from './changes.ts';

let opened: OpenedSession;
beforeEach(() => {
  opened = openSession();
});
afterEach(() => opened.session.stop());

/** Counts who listens to the session. */
function countedListeners() {
  let listeners = 0;
  const counted: Pick<OpenedSession['session'], 'snapshot' | 'subscribe'> = {
    snapshot: () => opened.session.snapshot(),
    subscribe(listener) {
      listeners++;
      const unsubscribe = opened.session.subscribe(listener);
      return () => {
        listeners--;
        unsubscribe();
      };
    },
  };
  return { counted, listeners: () => listeners };
}

test('the present snapshot comes at once, then every change', async () => {
  const end = new AbortController();
  const seen = changes(opened.session, end.signal);
  expect((await seen.next()).value).toMatchObject({ screen: { name: 'attract' } });
  const next = seen.next();
  opened.session.card({ type: 'presented' });
  expect((await next).value).toMatchObject({ screen: { name: 'reading' } });
  await seen.return(undefined);
});

test('a slow page gets the newest snapshot only', async () => {
  const end = new AbortController();
  const seen = changes(opened.session, end.signal);
  await seen.next();
  opened.put('wang-guilan');
  await opened.touch({ type: 'leave' });
  opened.take();
  const { value } = await seen.next();
  expect(value).toMatchObject({ sequence: opened.session.snapshot().sequence, screen: { name: 'goodbye' } });
  await seen.return(undefined);
});

test('a page that goes leaves no listener behind, whether it was waiting or not', async () => {
  const { counted, listeners } = countedListeners();
  const waiting = new AbortController();
  const one = changes(counted, waiting.signal);
  await one.next();
  const never = one.next();
  waiting.abort();
  expect((await never).done).toBe(true);

  const two = changes(counted, new AbortController().signal);
  await two.next();
  expect(listeners()).toBe(1);
  await two.return(undefined);
  expect(listeners()).toBe(0);
});
