import fc from 'fast-check';
import { CELL_SIZES } from '../../contract/locker.ts';
import { hand, KILLS, kill, line, steel, time } from './steps/faults.ts';
import { guess, lateGrant, type PickUpDraw, pickUp } from './steps/pick-up.ts';
import { handIn, putIn } from './steps/put-in.ts';
import { desk } from './steps/staff-desk.ts';
import { inspect, STAFF_DOORS, staffDoor } from './steps/staff-doors.ts';
import { type Step, together } from './steps/step.ts';

const index = fc.nat({ max: 1000 });
const number = fc.nat({ max: 999_999 });
const person = fc.nat({ max: 4 });
/** The first of them is what shrinking goes to. */
const among = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const RIGHT = 'right';

type Shown = Pick<PickUpDraw, 'card' | 'code' | 'qr'>;
const NOTHING: Shown = { card: 'none', code: 'none', qr: 'none' };
const rightPair = among<Shown>(
  { ...NOTHING, card: RIGHT, code: RIGHT },
  { ...NOTHING, card: RIGHT, qr: RIGHT },
  { ...NOTHING, code: RIGHT, qr: RIGHT },
  { card: 'other', code: RIGHT, qr: RIGHT },
  { card: RIGHT, code: RIGHT, qr: RIGHT },
);
const wrongPair = among<Shown>(
  { ...NOTHING, card: RIGHT, code: 'wrong' },
  { ...NOTHING, card: RIGHT, code: 'old' },
  { ...NOTHING, card: RIGHT, code: 'other' },
  { ...NOTHING, card: RIGHT, qr: 'other' },
  { ...NOTHING, card: RIGHT, qr: 'old' },
  { ...NOTHING, code: RIGHT, qr: 'other' },
  { ...NOTHING, code: 'other', qr: RIGHT },
  { ...NOTHING, code: 'old', qr: 'old' },
  { ...NOTHING, code: 'wrong', qr: RIGHT },
  { ...NOTHING, card: 'other', code: RIGHT },
  { ...NOTHING, card: 'other', qr: RIGHT },
  { ...NOTHING, card: 'misnamed', code: RIGHT },
  { card: RIGHT, code: RIGHT, qr: 'other' },
  { card: 'other', code: 'wrong', qr: RIGHT },
  { ...NOTHING, card: RIGHT },
  { ...NOTHING, code: RIGHT },
  { ...NOTHING, qr: RIGHT },
  NOTHING,
);
const pairs = fc.oneof({ weight: 3, arbitrary: rightPair }, { weight: 2, arbitrary: wrongPair });

const WEIGHTED: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 14,
    arbitrary: fc
      .record({
        person,
        staff: index,
        agents: fc.boolean(),
        size: among(...CELL_SIZES),
        hands: among(
          'puts',
          'puts',
          'puts',
          'nothingThenPuts',
          'nothingThenCancels',
          'putsAndLeavesOpen',
          'leavesOpen',
        ),
        afterMs: among(1_000, 1_000, 2_000, 4_000, 15_000, 70_000),
      })
      .map(putIn),
  },
  {
    weight: 16,
    arbitrary: fc
      .record({
        index,
        number,
        pair: pairs,
        hands: among(
          'takes',
          'takes',
          'takes',
          'leaves',
          'leavesThenTakes',
          'takesAndLeavesOpen',
          'changesMind',
          'walksAway',
        ),
      })
      .map(({ pair, ...drawn }) => pickUp({ ...drawn, ...pair })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        person,
        index,
        more: fc.boolean(),
        verified: fc.boolean(),
        hands: among('puts', 'puts', 'nothingThenPuts', 'nothingThenCancels', 'leavesOpen'),
      })
      .map(handIn),
  },
  {
    weight: 7,
    arbitrary: fc
      .record({
        job: among(...STAFF_DOORS),
        index,
        staff: index,
        hands: among('asTold', 'asTold', 'nothing', 'asToldAndLeavesOpen'),
      })
      .map(staffDoor),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        cell: fc.integer({ min: 1, max: 9 }),
        by: among('one', 'two', 'same', 'administrator'),
        hands: among('looks', 'looks', 'looksAndLeavesOpen'),
      })
      .map(inspect),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({
        job: among('resend', 'keep', 'settle', 'settle', 'settleUnseen', 'takeOut', 'backIn', 'inventory'),
        index,
      })
      .map(desk),
  },
  {
    weight: 4,
    arbitrary: fc.record({ index, hands: among('takes', 'leaves') }).map(lateGrant),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ tries: among(1, 3, 6, 20), from: number, card: fc.option(person, { nil: undefined }) })
      .map(guess),
  },
  {
    weight: 7,
    arbitrary: fc
      .record({
        trap: among(...KILLS),
        after: fc.integer({ min: 1, max: 6 }),
        power: fc.boolean(),
        downMs: among(500, 5_000, 60_000),
      })
      .map(kill),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        index,
        act: among('shut', 'shut', 'shut', 'pull', 'pullAndTake', 'pullAndShut'),
        forMs: among(6_000, 300, 30_000),
      })
      .map(hand),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        index,
        what: among('mended', 'mended', 'lockSticks', 'switchSticks', 'slowSpring', 'itemLies'),
      })
      .map(steel),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        what: among('back', 'back', 'networkOn', 'networkOff', 'networkDeaf', 'allDead', 'oneDead', 'unplugged'),
        forMs: among(0, 1_000, 10_000),
      })
      .map(line),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        how: among('runs', 'leaps', 'wallForward', 'wallBack'),
        minutes: among(1, 20, 300, 3 * 1440, 8 * 1440, 40 * 1440),
      })
      .map(time),
  },
];

const single: fc.Arbitrary<Step> = fc.oneof(...WEIGHTED);

/** Any step, the everyday ones more often, and now and then two at once: at the front and at the staff's console. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: single },
  { weight: 1, arbitrary: fc.tuple(single, single).map(together) },
);

/** What lies there already when a sequence begins. */
export const stocked: fc.Arbitrary<Step> = fc
  .record({ person, agents: fc.boolean(), size: among('small', 'medium') })
  .map((drawn) => putIn({ ...drawn, staff: 0, hands: 'puts', afterMs: 1_000 }));
