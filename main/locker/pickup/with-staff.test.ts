import { expect, test } from 'vitest';
import { caseOf, LI, lockerRig, STAFF, value, WANG } from '../testing/locker-rig.ts';

const refused = (error: string) => ({ ok: false, error });
const NOT_READY = refused('pickup.notReady');
const FOREIGN = { ...WANG, idNumber: '319999199407219040', name: '陈晓雨' };
const WRONG = { code: '123456', qr: '999999999999' };

/** What happens to a document until staff have it, or have to look for it. */
const FATES = ['uncertain', 'uncertain by a pick-up', 'inHand', 'takenBack', 'lost'] as const;

async function withStaff(fate: (typeof FATES)[number], agents: boolean) {
  const rig = await lockerRig({ randomInt: fixedDraws() });
  const { parcelId, cell } = await rig.deposit(caseOf(1, WANG, { agents }));
  const codes = rig.codes(parcelId);
  const { staff, pickup, view } = rig.locker;
  const out = (open: number) => rig.board.take(open);
  if (fate === 'inHand') await rig.carryOut(value(staff.move(parcelId, STAFF)), out);
  else if (fate === 'takenBack') await rig.carryOut(value(staff.takeBack(parcelId, 'other', STAFF)), out);
  else if (fate === 'uncertain by a pick-up') {
    rig.board.answerNext('locker.doorUnknown', true);
    const grant = value(pickup.prove({ card: WANG, code: codes.code }));
    await rig.carryOut(value(pickup.pickUp(grant, { signature: [[1, 1, 2, 2]] })));
    pickup.forget(grant);
  } else {
    rig.board.pull(cell);
    rig.board.close(cell);
  }
  if (fate === 'lost') value(staff.settle(view.exceptions()[0]?.id ?? '', 'gone', STAFF));
  expect(fate).toContain(rig.state(parcelId));
  return { rig, codes, prove: pickup.prove };
}

test.each(FATES)('%s: its holder is sent to the staff, with the code or QR code of the message', async (fate) => {
  for (const agents of [true, false]) {
    const { codes, prove } = await withStaff(fate, agents);
    const { code, qr } = codes;
    for (const proofs of [
      { card: WANG, code },
      { card: WANG, qr },
      { card: WANG, code, qr },
      { code, qr },
    ]) {
      expect(prove(proofs)).toEqual(NOT_READY);
    }
    expect(prove({ card: WANG })).toEqual(refused('needMore'));
    expect(prove({ code })).toEqual(refused('needMore'));
  }
});

test.each(['uncertain', 'inHand'] as const)(
  '%s: any second proof of its holder is answered alike, and none counts as a try',
  async (fate) => {
    const { rig, codes, prove } = await withStaff(fate, true);
    for (let n = 0; n < 10; n += 1) {
      expect(prove({ card: WANG, code: WRONG.code })).toEqual(NOT_READY);
      expect(prove({ card: WANG, qr: WRONG.qr })).toEqual(NOT_READY);
      expect(prove({ card: WANG, ...WRONG })).toEqual(NOT_READY);
      expect(prove({ code: WRONG.code, qr: codes.qr })).toEqual(NOT_READY);
    }
    expect(rig.locker.view.exceptions().filter(({ kind }) => kind === 'guessing')).toEqual([]);
    expect(prove({ card: FOREIGN, code: codes.code })).toEqual(refused('pickup.nothingHere'));
    expect(prove({ ...WRONG })).toEqual(refused('pickup.unknownQr'));
  },
);

test('one document with the staff, another one in its cell: guessing its code still counts', async () => {
  const { rig, codes, prove } = await withStaff('inHand', true);
  const other = await rig.deposit(caseOf(2, WANG));
  expect(prove({ card: WANG, code: codes.code })).toEqual(NOT_READY);
  expect(prove({ card: WANG, qr: WRONG.qr })).toEqual(NOT_READY);
  for (let n = 0; n < 4; n += 1) expect(prove({ card: WANG, code: WRONG.code })).toEqual(refused('pickup.wrongCode'));
  expect(prove({ card: WANG, code: rig.codes(other.parcelId).code }).ok).toBe(true);
});

test('whose own document is with the staff may still fetch another one as an agent', async () => {
  const { rig, prove } = await withStaff('inHand', true);
  const li = await rig.deposit(caseOf(2, LI, { agents: true }));
  const { code, qr } = rig.codes(li.parcelId);
  expect(prove({ card: WANG, code: WRONG.code, qr })).toEqual(refused('pickup.wrongCode'));
  expect(value(prove({ card: WANG, code, qr }))).toMatchObject({ parcelId: li.parcelId, by: 'agent' });
});

/** Codes that no guess of these tests meets by chance. */
function fixedDraws(): (below: number) => number {
  let n = 0;
  return (below) => (below === 1_000_000 ? 900_000 + n++ : 0);
}
