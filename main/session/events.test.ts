import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { VISIT_DELAYS } from './delays.ts';
import { catalogue, type OpenedSession, openSession, person, RECORD, toRecord } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const CODE = catalogue.popular()[0]?.code ?? '';
const readerSays = (device: 'online' | 'offline' | 'hardwareError', media: 'present' | 'notPresent' | 'unknown') =>
  opened.session.card({ type: 'status', status: { device, media } });

describe('double events', () => {
  test('two pages touch “print” at the same moment: one print', async () => {
    opened = openSession();
    await toRecord(opened);
    opened.session.send({ type: 'print' });
    opened.session.send({ type: 'print' });
    await opened.clock.advance(0);
    expect(opened.asked.filter((what) => what === 'print')).toHaveLength(1);
  });

  test('“confirm” and “try again” in a storm: one query each', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: CODE });
    for (let touch = 0; touch < 5; touch++) opened.session.send({ type: 'confirm' });
    opened.fetched.give(err('center.timeout'));
    await opened.clock.advance(0);
    for (let touch = 0; touch < 5; touch++) opened.session.send({ type: 'retry' });
    expect(opened.asked.filter((what) => what.startsWith('fetch'))).toHaveLength(2);
  });

  test('a print whose end is unknown is not offered again, whatever held it up', async () => {
    opened = openSession();
    await toRecord(opened);
    await opened.touch({ type: 'print' });
    opened.printed.give({ outcome: 'unknown', code: 'printer.jobFailed' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.jobLost', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.screen()).toBe('printFailed');
  });

  test('a query that only the staff can mend is not asked again', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: CODE }, { type: 'confirm' });
    opened.fetched.give(err('center.refused' as 'center.timeout'));
    await opened.clock.advance(0);
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toMatchObject({ name: 'trouble', retry: false });
  });

  test('“show” after the last call has no effect', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.clock.advance(80_000);
    await opened.touch({ type: 'reveal', on: true });
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    opened.take();
    expect(opened.screen()).toBe('goodbye');
  });
});

describe('a card on a reader that was away for a while', () => {
  test('it still lies there after the goodbye: the person is asked to take it, and the next visit begins', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    await opened.touch({ type: 'leave' });
    readerSays('offline', 'unknown');
    await opened.clock.advance(VISIT_DELAYS.TAKE_AWAY_SHOW_MS + VISIT_DELAYS.GOODBYE_SHOW_MS);
    expect(opened.screen()).toBe('attract');
    readerSays('online', 'present');
    expect(opened.look()).toMatchObject({ visitor: null, screen: { name: 'takeAway', card: true } });
    opened.take();
    expect(opened.screen()).toBe('attract');
    opened.put('wang-guilan');
    expect(opened.screen()).toBe('home');
  });

  test('a reader that has a fault is as good as gone', () => {
    opened = openSession();
    opened.session.card({ type: 'presented' });
    readerSays('hardwareError', 'unknown');
    expect(opened.screen()).toBe('attract');
  });

  test('at the desk the visit goes on, and a card taken meanwhile is told when the reader is back', async () => {
    opened = openSession();
    await toRecord(opened);
    readerSays('offline', 'unknown');
    expect(opened.screen()).toBe('record');
    readerSays('online', 'present');
    expect(opened.screen()).toBe('record');
    opened.take();
    expect(opened.screen()).toBe('cardAway');
  });
});

describe('the way back', () => {
  test('from “confirm” leads to where the person came from', async () => {
    opened = openSession();
    opened.put('wang-guilan');
    const department = catalogue.departments()[0]?.id ?? '';
    const item = { type: 'chooseItem', code: CODE } as const;
    await opened.touch({ type: 'chooseDepartment', department }, item, { type: 'back' });
    expect(opened.screen()).toBe('department');
    await opened.touch({ type: 'back' }, item, { type: 'back' });
    expect(opened.screen()).toBe('home');
  });
});

describe('what one person chose', () => {
  test('before the card is put stays for a whole minute, and then not', async () => {
    opened = openSession();
    await opened.clock.advance(59_000);
    await opened.touch({ type: 'setMode', mode: 'elder', on: true });
    await opened.clock.advance(59_000);
    expect(opened.look().modes.elder).toBe(true);
    await opened.clock.advance(1_000);
    expect(opened.look().modes.elder).toBe(false);
  });
});

describe('snapshots', () => {
  test('nothing is sent when nothing changed', async () => {
    opened = openSession();
    await toRecord(opened);
    let sent = 0;
    opened.session.subscribe(() => sent++);
    await opened.touch({ type: 'stillHere' }, { type: 'stillHere' });
    opened.session.refresh();
    expect(sent).toBe(0);
    await opened.touch({ type: 'reveal', on: true });
    expect(sent).toBe(1);
  });
});

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
});
