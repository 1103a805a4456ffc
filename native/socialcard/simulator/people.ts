import { readFileSync } from 'node:fs';
import type { SocialCard } from '../../../contract/social-card.ts';
import { specimenPersonSchema } from '../../../contract/specimen.ts';

/** Social-security cards of the specimen people who have a citizen number, by the people's ids. */
export function specimenSocialCards(): ReadonlyMap<string, SocialCard> {
  const file = new URL('../../../assets/specimen/people.json', import.meta.url);
  const people = specimenPersonSchema.array().parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    people.flatMap(({ id, card }, index): [string, SocialCard][] => {
      if (card.kind !== 'resident') return [];
      const social: SocialCard = {
        cardNumber: `S${String(10_000_000 + index)}`,
        name: card.name,
        idNumber: card.idNumber,
        sex: card.sex,
        birthDate: card.birthDate,
        regionCode: '319999',
        issueDate: '2021-09-01',
        validTo: '2031-09-01',
        specVersion: '3.00',
        ...(card.ethnicCode === undefined ? {} : { ethnicCode: card.ethnicCode }),
      };
      return [[id, social]];
    }),
  );
}
