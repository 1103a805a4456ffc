import { expect, test } from 'vitest';
import { caseOf, lockerRig, STAFF, value } from '../testing/locker-rig.ts';

test('every free cell has the same chance: doors say nothing of the order of deposits', async () => {
  const asked: number[] = [];
  const rig = await lockerRig({
    cells: 6,
    randomInt(below) {
      asked.push(below);
      return below - 1;
    },
  });
  rig.board.pull(2);
  value(rig.locker.staff.takeOutOfService(3, 'dirty', STAFF));
  const act = value(rig.locker.staff.putIn(caseOf(1), STAFF));
  expect(asked[0]).toBe(4);
  expect(act.cell).toBe(6);
});

test('a cell in which something is seen is not free, though nothing is written', async () => {
  const rig = await lockerRig({ cells: 1, prepare: (board) => board.put(1) });
  expect(rig.exceptions()).toEqual(['itemUnexpected 1']);
  expect(rig.locker.staff.putIn(caseOf(1), STAFF)).toEqual({ ok: false, error: 'locker.full' });
});
