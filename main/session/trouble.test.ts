import { afterEach, describe, expect, test } from 'vitest';
import { err } from '../../contract/result.ts';
import { catalogue, type OpenedSession, openSession, toPrinting, toRecord, toTrouble } from './testing.ts';

let opened: OpenedSession;
afterEach(() => opened.session.stop());

const CODE = catalogue.popular()[0]?.code ?? '';

describe('trouble', () => {
  test('the center fails: a sentence, another try, nothing printed', async () => {
    opened = openSession();
    await toTrouble(opened);
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'center.timeout', retry: true });
    await opened.clock.advance(120_000);
    expect(opened.look()).toMatchObject({ idle: null, screen: { name: 'trouble' } });
    await opened.touch({ type: 'retry' });
    expect(opened.asked.filter((what) => what.startsWith('fetch'))).toHaveLength(2);
  });

  test('printed as often as it may be today: no other try, and other items can be chosen', async () => {
    opened = openSession();
    await toTrouble(opened, 'center.limitReached');
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'center.limitReached', retry: false });
    await opened.touch({ type: 'home' }, { type: 'chooseItem', code: catalogue.popular()[1]?.code ?? '' });
    expect(opened.screen()).toBe('confirm');
    expect(opened.asked.filter((what) => what.startsWith('fetch'))).toHaveLength(1);
  });

  test('paper out on page 2, then mended', async () => {
    opened = openSession();
    await toPrinting(opened);
    opened.progress({ impressions: 1, trouble: 'printer.paperOut' });
    expect(opened.look().screen).toEqual({ name: 'printTrouble', code: 'printer.paperOut', pages: 3, impressions: 1 });
    await opened.clock.advance(300_000);
    expect(opened.look().idle).toBeNull();
    opened.progress({ impressions: 1, trouble: null });
    expect(opened.screen()).toBe('printing');
  });

  test('paper out and nobody mends it: the person gives up cleanly', async () => {
    opened = openSession();
    await toPrinting(opened);
    opened.progress({ impressions: 0, trouble: 'printer.paperOut' });
    await opened.touch({ type: 'giveUp' });
    expect(opened.asked).toContain('give up');
    opened.printed.give({ outcome: 'notPrinted', code: 'printer.paperOut' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.paperOut', retry: true });
  });

  test('a print that cannot be proved is not offered again', async () => {
    opened = openSession();
    await toPrinting(opened);
    opened.printed.give({ outcome: 'unknown', code: 'printer.jobLost' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.jobLost', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.screen()).toBe('printFailed');
  });

  test('events that do not fit the moment have no effect', async () => {
    opened = openSession();
    await opened.touch(
      { type: 'print' },
      { type: 'confirm' },
      { type: 'rate', level: 1 },
      { type: 'chooseItem', code: CODE },
    );
    expect(opened.screen()).toBe('attract');
    opened.put('wang-guilan');
    await opened.touch({ type: 'chooseItem', code: '310000000000' }, { type: 'print' });
    expect(opened.screen()).toBe('home');
  });
});

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
    await toPrinting(opened);
    opened.printed.give({ outcome: 'unknown', code: 'printer.jobFailed' });
    await opened.clock.advance(0);
    expect(opened.look().screen).toEqual({ name: 'printFailed', code: 'printer.jobLost', retry: false });
    await opened.touch({ type: 'retry' });
    expect(opened.screen()).toBe('printFailed');
  });

  test('a query that only the staff can mend is not asked again', async () => {
    opened = openSession();
    await toTrouble(opened, 'center.refused');
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
