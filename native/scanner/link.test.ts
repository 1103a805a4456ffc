import { expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { ManualClock } from '../manual-clock.ts';
import { type Connection, createLink } from './link.ts';

/** A connection that closes when it is told, and a beginning that ends when it is told. */
function rig() {
  const clock = new ManualClock();
  const story: string[] = [];
  const begun: ((reason: string | undefined) => void)[] = [];
  const pulled: (() => void)[] = [];
  const open = async () => {
    story.push('opened');
    const connection: Connection = {
      onClose: (listener) => void pulled.push(listener),
      async close() {
        story.push('closed');
      },
    };
    return ok(connection);
  };
  const link = createLink({
    clock,
    log: () => undefined,
    open,
    begin: () => new Promise((resolve) => begun.push(resolve)),
    onOnline: () => void story.push('online'),
    onOffline: (reason) => void story.push(reason),
  });
  return { clock, story, begun, pulled, link };
}

test('pulled while it is put in order: never online, though the putting in order comes to its end', async () => {
  const { clock, story, begun, pulled, link } = rig();
  await clock.advance(1);
  pulled[0]?.();
  begun[0]?.(undefined);
  await clock.advance(1);
  expect(story).toEqual(['opened', 'closed', 'portGone']);
  await clock.advance(50);
  begun[1]?.(undefined);
  await clock.advance(1);
  expect(story.slice(3)).toEqual(['opened', 'online']);
  await link.stop();
});

test('every connection that is not of use any more is closed, and stopping opens none', async () => {
  const { clock, story, begun, link } = rig();
  await clock.advance(1);
  begun[0]?.('noReply');
  await clock.advance(1);
  await link.stop();
  await clock.advance(10_000);
  expect(story).toEqual(['opened', 'closed', 'noReply']);
});

test('failures in a row: ever longer pauses, a last step, and no end', async () => {
  const { clock, story, begun, link } = rig();
  for (let second = 0; second < 30; second += 1) {
    for (let round = 0; round < 20; round += 1) {
      await clock.advance(50);
      for (const end of begun.splice(0)) end('noReply');
    }
  }
  const opened = story.filter((word) => word === 'opened').length;
  expect(opened).toBeGreaterThan(20);
  expect(opened).toBeLessThan(45);
  await link.stop();
});
