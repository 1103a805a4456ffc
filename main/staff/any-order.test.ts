import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffReason } from '../../contract/locker.ts';
import type { StaffEvent } from '../../contract/staff.ts';
import type { Verdict } from './jobs/allowed.ts';
import { caseNumber, type DeskRig, settle, signedInRig, signIn } from './testing/desk-rig.ts';
import type { FakeLocker } from './testing/fake-locker.ts';

type Fault = 'notOpened' | 'unknown' | 'offline' | 'none';
type Step = (rig: DeskRig<FakeLocker>) => void | Promise<void>;

const CELLS = 6;
const plain: readonly StaffEvent[] = [
  { type: 'open' },
  { type: 'signOut' },
  { type: 'back' },
  { type: 'home' },
  { type: 'openPutIn' },
  { type: 'openParcels', direction: 'document' },
  { type: 'openParcels', direction: 'material' },
  { type: 'openCells' },
  { type: 'openExceptions' },
  { type: 'openInventory' },
  { type: 'emptyAll' },
  { type: 'page', page: 2 },
  { type: 'again' },
  { type: 'cancelPutIn' },
  { type: 'next' },
  { type: 'finishInventory' },
  { type: 'key', key: '1' },
  { type: 'key', key: 'enter' },
];
const acts = ['takeBack', 'empty', 'move', 'placeAnew', 'resend', 'inspect', 'takeOut', 'backInService'] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...plain).map(
      (event): Step =>
        ({ desk }) =>
          desk.send(event),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...acts).map(
      (act): Step =>
        ({ desk }) =>
          desk.send({ type: 'act', act }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat(8).map(
      (index): Step =>
        (rig) =>
          rig.scan(caseNumber(index)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(8).map(
      (index): Step =>
        ({ desk, locker }) => {
          const ids = [...locker.parcels, ...locker.exceptions].map(({ id }) => id);
          const id = ids[index % Math.max(ids.length, 1)];
          if (id !== undefined) desk.send({ type: 'choose', id });
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: CELLS }).map(
      (cell): Step =>
        ({ desk }) => {
          desk.send({ type: 'chooseCell', cell });
          desk.send({ type: 'seen', cell, seen: 'empty' });
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<StaffReason>('overdue', 'residentAsks', 'checkCell', 'dirty', 'other').map(
      (reason): Step =>
        ({ desk }) =>
          desk.send({ type: 'reason', reason }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Verdict>('inPlace', 'gone', 'nothing').map(
      (verdict): Step =>
        ({ desk }) =>
          desk.send({ type: 'verdict', verdict }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom<'present' | 'notPresent' | 'unknown'>('present', 'notPresent', 'unknown').map(
      (item): Step =>
        ({ locker }) => {
          for (const cell of locker.underWay()) locker.close(cell, item);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(({ locker }) => {
      for (const cell of locker.underWay()) locker.leaveOpen(cell);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: CELLS }).map(
      (cell): Step =>
        ({ locker }) => {
          if (!locker.underWay().includes(cell)) locker.pull(cell);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: CELLS }).map(
      (cell): Step =>
        ({ locker }) => {
          if (!locker.underWay().includes(cell)) locker.push(cell);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: CELLS }), fc.constantFrom<Fault>('notOpened', 'unknown', 'offline', 'none'))
      .map(
        ([cell, fault]): Step =>
          ({ locker }) => {
            if (fault === 'none') locker.faults.delete(cell);
            else locker.faults.set(cell, fault);
          },
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1001', '1002', '9001').map(
      (who): Step =>
        (rig) =>
          signIn(rig, who),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>(({ clock }) => clock.advance(150_000)) },
);

test('whatever is touched, scanned and closed in any order: a screen of the contract, one door at a time, each in a name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const rig = await signedInRig('1001', CELLS);
      rig.locker.lay('document', caseNumber(1), 1, true);
      rig.locker.lay('material', caseNumber(102), 2);
      rig.locker.lay('document', caseNumber(3), 3);
      for (const each of steps) {
        await each(rig);
        await settle();
        rig.anyScreen();
        expect(rig.locker.underWay().length).toBeLessThanOrEqual(1);
        // Nobody leaves while a door that was opened for them stands open.
        if (rig.locker.underWay().length > 0) expect(rig.desk.busy()).toBe(true);
      }
      for (const { by } of rig.locker.calls) expect(JSON.stringify(by)).toMatch(/"number":"(1001|1002|9001)"/);
      const cells = rig.locker.view.parcels('document').flatMap(({ cell }) => cell ?? []);
      expect(new Set(cells).size).toBe(cells.length);
      rig.desk.stop();
    }),
    { numRuns: 200 },
  );
});
