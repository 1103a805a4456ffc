import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../contract/result.ts';
import { VISIT_DELAYS } from './delays.ts';
import { openAtLocker, SIGNATURE, WANG } from './locker-testing.ts';
import { catalogue, type OpenedSession, openSession, person, RECORD } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const CODE = catalogue.popular()[0]?.code ?? '';

describe('after the visit', () => {
  const collect = async (): Promise<void> => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      gc();
    }
  };

  test('nothing of the person is left in memory', async () => {
    const kept: WeakRef<object>[] = [];
    const keep = <T extends object>(thing: T): T => {
      kept.push(new WeakRef(thing));
      return thing;
    };
    opened = openSession({
      fetch: async () => ok(keep({ ...RECORD, record: keep({ subject: { name: '王桂兰' }, tables: {} }) })),
      prepare: async () => ok(keep({ pdf: new Uint8Array(10), pages: 1 })),
      print: async () => ({ outcome: 'printed', impressions: 1 }),
    });
    opened.session.card({ type: 'presented' });
    opened.session.card({ type: 'read', card: keep({ ...person('wang-guilan').card }) });
    await opened.touch({ type: 'chooseItem', code: CODE }, { type: 'confirm' }, { type: 'reveal', on: true });
    await collect();
    expect(kept.map((thing) => thing.deref() !== undefined)).toEqual([true, true, true, true]);
    await opened.touch({ type: 'print' });
    await opened.clock.advance(VISIT_DELAYS.PRINTED_SHOW_MS);
    await opened.touch({ type: 'rate', level: 5 });
    await opened.clock.advance(VISIT_DELAYS.TAKE_AWAY_CONTINUE_MS);
    // The card still lies there; the person has long gone.
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    await collect();
    expect(kept.map((thing) => thing.deref())).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('nor of who fetched a document and left it inside', async () => {
    const kept: WeakRef<object>[] = [];
    const keep = <T extends object>(thing: T): T => {
      kept.push(new WeakRef(thing));
      return thing;
    };
    const atLocker = openAtLocker();
    opened = atLocker;
    opened.session.card({ type: 'presented' });
    opened.session.card({ type: 'read', card: keep({ ...person('wang-guilan').card }) });
    await opened.touch({ type: 'openPickup' });
    await atLocker.type(WANG.code);
    await opened.touch({ type: 'sign', signature: keep(SIGNATURE.map((stroke) => [...stroke])) });
    await collect();
    expect(kept.map((thing) => thing.deref() !== undefined)).toEqual([true, true]);
    await atLocker.lastDoor.end({ end: 'closed', item: 'present' });
    // As the locker does when a door has ended.
    atLocker.locker.doors.length = 0;
    await opened.clock.advance(80_000);
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    await collect();
    expect(kept.map((thing) => thing.deref())).toEqual([undefined, undefined]);
  });
});
