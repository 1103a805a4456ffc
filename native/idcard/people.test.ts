import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCitizenNumber } from '../../contract/citizen-number.ts';
import { systemClock } from '../clock.ts';
import { ethnicGroupName } from './ethnic-groups.ts';
import { lastRead, type ReaderTestRig, specimenPeople, startReaderTestRig } from './reader-test-rig.ts';

const people = specimenPeople();
/** Inside the validity of every specimen card but the one that is in the set for being expired. */
const TODAY = new Date(2026, 10, 20);

describe('specimen people', () => {
  it.each(people)('$id: the number passes its check and belongs to nobody', ({ card }) => {
    if (card.kind === 'foreigner2017') expect(card.idNumber).toMatch(/^CAN31\d{10}$/);
    else {
      expect(isCitizenNumber(card.idNumber)).toBe(true);
      expect(card.idNumber).toMatch(
        { resident: /^319999/, hkMacaoTaiwan: /^819999/, foreigner2023: /^9999/ }[card.kind],
      );
      const birthAt = card.kind === 'foreigner2023' ? 7 : 6;
      expect(card.idNumber.slice(birthAt, birthAt + 8)).toBe(card.birthDate.replaceAll('-', ''));
    }
    if (card.kind === 'resident') expect(ethnicGroupName(card.ethnicCode ?? '')).toBeDefined();
  });

  it('all four layouts are among them', () => {
    expect(new Set(people.map(({ card }) => card.kind)).size).toBe(4);
  });

  describe('on the reader, over a real pseudo-terminal', () => {
    let rig: ReaderTestRig;
    const told: string[] = [];
    beforeAll(async () => {
      rig = await startReaderTestRig({ clock: { ...systemClock, date: () => TODAY } });
    });
    afterAll(() => rig.end());

    it.each(people)('$id: $shows', async ({ id, card }) => {
      rig.simulator.putCard(card);
      const outcome = id === 'zhou-liqun' ? 'failed card.expired' : 'read';
      await rig.tells([...told, 'presented', outcome]);
      if (outcome === 'read') expect(lastRead(rig.events)).toEqual(card);
      rig.simulator.takeCard();
      told.push('presented', outcome, 'removed');
      await rig.tells(told);
    });
  });
});
