import { afterEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../contract/result.ts';
import { VISIT_DELAYS } from './delays.ts';
import {
  CASE,
  lockerCase,
  type OpenedAtLocker,
  openAtLocker,
  toChecking,
  toOpenForMaterials,
} from './locker-testing.ts';

let opened: OpenedAtLocker;
afterEach(() => opened.session.stop());

describe('the door for materials', () => {
  const PUT_IN = { end: 'closed', item: 'present' } as const;
  const EMPTY = { end: 'closed', item: 'notPresent' } as const;

  test('put in: the slip is printed, then card and slip are taken; nothing is rated', async () => {
    opened = openAtLocker();
    await toOpenForMaterials(opened);
    expect(opened.look().screen).toMatchObject({ name: 'lockerDoor', purpose: 'handIn', cell: 12, stage: 'open' });
    opened.session.send({ type: 'setLanguage', language: 'en' });
    await opened.lastDoor.end(PUT_IN);
    expect(opened.look().screen).toEqual({
      name: 'lockerEnd',
      outcome: 'handedIn',
      cell: 12,
      receipt: 'done',
      retry: false,
    });
    expect(opened.done().at(-1)).toBe(`slip ${CASE} 12 en`);
    await opened.clock.advance(VISIT_DELAYS.LOCKER_END_SHOW_MS);
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', card: true, receipt: true, paper: false });
    expect(opened.done().filter((what) => /cancel|rate/.test(what))).toEqual([]);
  });

  test('a slip that does not end, or fails, keeps nobody', async () => {
    opened = openAtLocker();
    opened.locker.slipIs(new Promise(() => undefined));
    await toOpenForMaterials(opened);
    await opened.lastDoor.end(PUT_IN);
    await opened.clock.advance(VISIT_DELAYS.RECEIPT_LIMIT_MS - 1);
    expect(opened.look().screen).toMatchObject({ name: 'lockerEnd', receipt: 'printing' });
    await opened.clock.advance(1);
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', receipt: true });
  });

  test('somebody who leaves while the slip is printed is asked to look for it', async () => {
    opened = openAtLocker();
    opened.locker.slipIs(new Promise(() => undefined));
    await toOpenForMaterials(opened);
    await opened.lastDoor.end(PUT_IN);
    await opened.touch({ type: 'leave' });
    expect(opened.look().screen).toMatchObject({ name: 'takeAway', receipt: true });
  });

  test('a slip that failed is said, and a machine without a printer prints none', async () => {
    opened = openAtLocker();
    opened.locker.slipIs(Promise.resolve(err('receipt.paperOut')));
    await toOpenForMaterials(opened);
    await opened.lastDoor.end(PUT_IN);
    expect(opened.look().screen).toMatchObject({ receipt: 'failed' });
    opened.session.stop();
    opened = openAtLocker({ slip: () => undefined });
    await toOpenForMaterials(opened);
    await opened.lastDoor.end({ end: 'closed', item: 'unknown' });
    expect(opened.look().screen).toMatchObject({ outcome: 'handedIn', receipt: 'none' });
  });

  test('closed and empty: once more the same door', async () => {
    opened = openAtLocker();
    await toOpenForMaterials(opened);
    await opened.lastDoor.end(EMPTY);
    expect(opened.look().screen).toMatchObject({ outcome: 'empty', receipt: 'none', retry: true });
    await opened.touch({ type: 'retry' });
    expect(opened.look().screen).toMatchObject({ name: 'lockerDoor', stage: 'opening' });
    await opened.lastDoor.end(PUT_IN);
    await opened.touch({ type: 'leave' });
    expect(opened.done().slice(1)).toEqual([`handIn ${CASE}`, 'again parcel-new', `slip ${CASE} 12 zh-CN`]);
  });

  test.each([
    ['leaves', () => opened.touch({ type: 'leave' })],
    ['goes home', () => opened.touch({ type: 'home' })],
    ['is gone', () => opened.clock.advance(80_000)],
  ] as const)('closed and empty, and the person %s: the cell is free again, once', async (_what, ends) => {
    opened = openAtLocker();
    await toOpenForMaterials(opened);
    await opened.lastDoor.end(EMPTY);
    await ends();
    opened.take();
    await opened.clock.advance(120_000);
    expect(opened.done().filter((what) => what.startsWith('cancel'))).toEqual(['cancel parcel-new']);
  });

  test('a door that does not open: its cell is given back, and another try asks anew', async () => {
    opened = openAtLocker();
    await toOpenForMaterials(opened);
    await opened.lastDoor.end({ end: 'notOpened', code: 'locker.notOpened' });
    expect(opened.look().screen).toMatchObject({ name: 'trouble', retry: true });
    await opened.touch({ type: 'retry' });
    expect(opened.done().slice(1)).toEqual([`handIn ${CASE}`, 'cancel parcel-new', `handIn ${CASE}`]);
    await opened.lastDoor.end(PUT_IN);
    await opened.touch({ type: 'leave' });
    expect(opened.done().filter((what) => what.startsWith('cancel'))).toHaveLength(1);
  });

  test('all cells are full: said before anything opens', async () => {
    opened = openAtLocker();
    opened.locker.refuse('locker.full');
    await toChecking(opened);
    opened.locker.cases.give(ok(lockerCase()));
    await opened.clock.advance(0);
    await opened.touch({ type: 'confirm' });
    expect(opened.look().screen).toEqual({ name: 'trouble', code: 'locker.full', retry: false });
  });

  test('left open: no slip, no other try; the cell is the staff’s', async () => {
    opened = openAtLocker();
    await toOpenForMaterials(opened);
    await opened.lastDoor.end({ end: 'leftOpen' });
    expect(opened.look().screen).toMatchObject({ outcome: 'leftOpen', receipt: 'none', retry: false });
    await opened.touch({ type: 'leave' });
    expect(opened.done().slice(1)).toEqual([`handIn ${CASE}`]);
  });
});
