import { expect, test } from 'vitest';
import { ManualClock } from './manual-clock.ts';
import { createPause } from './pause.ts';

function waits() {
  const clock = new ManualClock();
  const pause = createPause(clock);
  const ended: string[] = [];
  const wait = (name: string, delayMs: number): void => void pause.wait(delayMs).then(() => ended.push(name));
  return { clock, pause, ended, wait };
}

test('a wait ends after its time, or when it is woken', async () => {
  const { clock, pause, ended, wait } = waits();
  wait('short', 10);
  wait('long', 1000);
  await clock.advance(10);
  expect(ended).toEqual(['short']);
  pause.wake();
  await clock.advance(0);
  expect(ended).toEqual(['short', 'long']);
});

test('a call that came while nobody waited ends the next wait, and only that', async () => {
  const { clock, pause, ended, wait } = waits();
  pause.wake();
  wait('next', 1000);
  await clock.advance(0);
  wait('after', 1000);
  await clock.advance(0);
  expect(ended).toEqual(['next']);
});

test('once stopped, nobody waits any more', async () => {
  const { clock, pause, ended, wait } = waits();
  wait('before', 1000);
  pause.stop();
  wait('later', 1000);
  await clock.advance(0);
  expect(ended).toEqual(['before', 'later']);
  expect(pause.stopped()).toBe(true);
});
