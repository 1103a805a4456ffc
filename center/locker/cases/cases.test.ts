import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockerCaseSchema } from '../../../contract/locker.ts';
import { errorAnswerSchema } from '../../api/errors.ts';
import { holderOf, kioskHeaders, OTHER_KIOSK, type Rig, startRig } from '../../center-rig.ts';
import { loadPeople } from '../../people.ts';
import { askCase, caseOf, parcelOf, put, standingOf } from '../locker-rig.ts';
import { loadCases } from './case-book.ts';
import { MOST_LOOK_UPS } from './case-route.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.end());

describe('the specimen cases', () => {
  it('forty documents and twenty papers can be put in, for people who exist', () => {
    const book = loadCases();
    const people = new Set(loadPeople().all.map(({ id }) => id));
    const numbers = [
      ...Array.from({ length: 40 }, (_, index) => index + 1),
      ...Array.from({ length: 20 }, (_, index) => index + 101),
    ];
    for (const number of numbers) {
      const known = book.find(caseOf(number));
      expect(known?.state, caseOf(number)).toBe('ready');
      expect(people).toContain(known?.person);
      expect(known?.direction).toBe(number > 100 ? 'material' : 'document');
      if (number <= 40) expect(known?.agents).toBe(number === 1 || number % 2 === 0);
    }
    const sizes = new Set(numbers.map((number) => book.find(caseOf(number))?.size));
    expect(sizes).toEqual(new Set(['small', 'medium', 'large']));
  });
});

describe('looking up a case', () => {
  it('whoever counts through the numbers is stopped, and no other kiosk with them', async () => {
    for (let asked = 0; asked < MOST_LOOK_UPS; asked++) await askCase(rig, 77);
    const path = `/v1/locker/cases/${caseOf(1)}?direction=document`;
    expect((await rig.send('GET', path)).status).toBe(429);
    expect((await rig.send('GET', path, undefined, kioskHeaders(OTHER_KIOSK))).status).toBe(200);
  });

  it('tells the kiosk whose it is, and of the number only its ends', async () => {
    const answer = await askCase(rig, 1);
    if (answer.outcome !== 'found') throw new Error(answer.reason);
    expect(lockerCaseSchema.parse(answer.case)).toMatchObject({
      itemName: { zh: '居住证' },
      holder: holderOf('marie-tremblay'),
      agents: true,
      size: 'small',
    });
    expect(answer.case.maskedMobile).toMatch(/^100\*{4}\d{4}$/);
  });

  it.each([
    [77, 'unknown'],
    [91, 'noMobile'],
    [92, 'noHolder'],
    [93, 'elsewhere'],
    [94, 'notReady'],
    [95, 'closed'],
    [101, 'notReady'],
  ] as const)('%s cannot be put in as a document: %s', async (number, reason) => {
    expect(await askCase(rig, number)).toEqual({ outcome: 'refused', caseNumber: caseOf(number), reason });
  });

  it('papers are taken for a case that waits for them, and for no other', async () => {
    expect(await standingOf(rig, 101, 'material')).toBe('ready');
    expect(await standingOf(rig, 2, 'material')).toBe('closed');
  });

  it('another site’s kiosk is told that it is elsewhere, and not whose it is', async () => {
    const answer = await askCase(rig, 1, 'document', kioskHeaders(OTHER_KIOSK));
    expect(answer).toEqual({ outcome: 'refused', caseNumber: caseOf(1), reason: 'elsewhere' });
  });

  it.each(['31012020260000A', '31012020260001', '3101202026000011', '３１０１２０２０２６００００１', '%00'])(
    'a number that is none (%s) is a bad request, which does not repeat it',
    async (number) => {
      const response = await rig.send('GET', `/v1/locker/cases/${number}?direction=document`);
      expect(response.status).toBe(400);
      const { error } = errorAnswerSchema.parse(await response.json());
      expect(error.code).toBe('badRequest');
      expect(error.message).not.toContain('2020');
    },
  );

  it('follows what the locker reports', async () => {
    const parcel = parcelOf();
    const report = (revision: number, state: 'planned' | 'stored' | 'uncertain' | 'takenBack' | 'released') =>
      put(rig, 'parcels', { ...parcel, revision, state });
    await report(1, 'planned');
    expect(await standingOf(rig, 2)).toBe('ready');
    await report(2, 'stored');
    expect(await standingOf(rig, 2)).toBe('stored');
    await report(3, 'uncertain');
    expect(await standingOf(rig, 2)).toBe('stored');
    await report(4, 'takenBack');
    expect(await standingOf(rig, 2)).toBe('ready');
    await put(rig, 'parcels', parcelOf({ state: 'released', cell: null }));
    expect(await standingOf(rig, 2)).toBe('closed');
  });

  it('a document that cannot be found is neither ready nor closed', async () => {
    const parcel = parcelOf();
    await put(rig, 'parcels', parcel);
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'lost', cell: null });
    expect(await standingOf(rig, 2)).toBe('notReady');
  });

  it('more papers may be handed in while some lie there, and after staff took them', async () => {
    const papers = parcelOf({ caseNumber: caseOf(101), direction: 'material' });
    await put(rig, 'parcels', { ...papers, revision: 1, state: 'stored' });
    expect(await standingOf(rig, 101, 'material')).toBe('ready');
    await put(rig, 'parcels', { ...papers, revision: 2, state: 'released', cell: null });
    expect(await standingOf(rig, 101, 'material')).toBe('ready');
  });

  it('papers that were handed in, or taken by staff, do not keep its document out', async () => {
    const papers = parcelOf({ direction: 'material', unverified: true });
    await put(rig, 'parcels', papers);
    expect(await standingOf(rig, 2)).toBe('ready');
    await put(rig, 'parcels', { ...papers, revision: 2, state: 'released', cell: null });
    expect(await standingOf(rig, 2)).toBe('ready');
  });

  it('what another kiosk reports of a case that is not its own changes nothing', async () => {
    const report = parcelOf({ kioskId: OTHER_KIOSK, state: 'released', cell: null });
    expect((await put(rig, 'parcels', report, { headers: kioskHeaders(OTHER_KIOSK) })).status).toBe(200);
    expect(await standingOf(rig, 2)).toBe('ready');
  });
});
