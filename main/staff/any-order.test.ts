import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffReason } from '../../contract/locker.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';
import type { Verdict } from '../../contract/staff-rows.ts';
import { caseNumber, type DeskRig, settle, signedInRig, signIn } from './testing/desk-rig.ts';
import type { FakeLocker } from './testing/fake-locker.ts';

type Inside = 'present' | 'notPresent' | 'unknown';
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
  { type: 'occupied' },
  { type: 'next' },
  { type: 'finishInventory' },
  { type: 'key', key: '1' },
  { type: 'key', key: 'enter' },
];
const acts = [
  'takeBack',
  'empty',
  'move',
  'placeAnew',
  'keep',
  'resend',
  'inspect',
  'takeOut',
  'backInService',
] as const;

const cell = fc.integer({ min: 1, max: CELLS });
const reason = fc.constantFrom<StaffReason>('overdue', 'residentAsks', 'checkCell', 'dirty', 'other');

/** The usual ways through the pages, as far as the moment lets them. */
const ways: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(8).map(
    (index): Step =>
      async (rig) => {
        for (const type of ['home', 'openPutIn'] as const) rig.desk.send({ type });
        await rig.scan(caseNumber(index));
      },
  ),
  fc.tuple(fc.nat(8), fc.constantFrom(...acts), reason).map(
    ([index, act, why]): Step =>
      ({ desk, locker }) => {
        const live = [...locker.view.parcels('document'), ...locker.view.parcels('material')];
        const parcel = live[index % Math.max(live.length, 1)];
        if (!parcel) return;
        desk.send({ type: 'home' });
        desk.send({ type: 'openParcels', direction: parcel.direction });
        desk.send({ type: 'choose', id: parcel.id });
        desk.send({ type: 'act', act });
        desk.send({ type: 'reason', reason: why });
      },
  ),
  fc.tuple(cell, fc.constantFrom(...acts), reason).map(
    ([number, act, why]): Step =>
      ({ desk }) => {
        for (const type of ['home', 'openCells'] as const) desk.send({ type });
        desk.send({ type: 'chooseCell', cell: number });
        desk.send({ type: 'act', act });
        desk.send({ type: 'reason', reason: why });
      },
  ),
  fc.constantFrom<Verdict | 'look'>('look', 'inPlace', 'gone', 'nothing', 'removed').map(
    (verdict): Step =>
      ({ desk, locker }) => {
        const id = locker.exceptions[0]?.id;
        if (id === undefined) return;
        for (const type of ['home', 'openExceptions'] as const) desk.send({ type });
        desk.send({ type: 'choose', id });
        desk.send(verdict === 'look' ? { type: 'act', act: 'inspect' } : { type: 'verdict', verdict });
      },
  ),
  cell.map(
    (number): Step =>
      ({ desk }) => {
        for (const type of ['home', 'openInventory'] as const) desk.send({ type });
        desk.send({ type: 'seen', cell: number, seen: 'empty' });
      },
  ),
);

/** Hands and faults. */
const world: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Inside>('present', 'notPresent', 'unknown').map(
      (item): Step =>
        ({ locker }) => {
          for (const number of locker.underWay()) locker.close(number, item);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(({ locker }) => {
      for (const number of locker.underWay()) locker.leaveOpen(number);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(cell, fc.boolean()).map(
      ([number, isPulled]): Step =>
        ({ locker }) => {
          if (locker.underWay().includes(number)) return;
          if (isPulled) locker.pull(number);
          else locker.push(number);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(cell, fc.constantFrom<Fault>('notOpened', 'unknown', 'offline', 'none')).map(
      ([number, fault]): Step =>
        ({ locker }) => {
          if (fault === 'none') locker.faults.delete(number);
          else locker.faults.set(number, fault);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(({ clock }) => clock.advance(150_000)),
  },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: ways },
  { weight: 6, arbitrary: world },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...plain).map(
      (event): Step =>
        ({ desk }) =>
          desk.send(event),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(8).map(
      (index): Step =>
        (rig) =>
          rig.scan(caseNumber(index)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('1001', '1002', '9001').map(
      (who): Step =>
        (rig) =>
          signIn(rig, who),
    ),
  },
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
    { numRuns: 300 },
  );
});
