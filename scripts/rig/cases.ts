import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DockState } from '../../contract/dock.ts';
import { type SpecimenCase, type SpecimenPerson, specimenCasesSchema } from '../../contract/specimen.ts';
import { DEMO_KIOSK_ID } from './kiosk-files.ts';
import { projectRoot } from './places.ts';

/** The cases whose papers can be held before the scanner of the demo machine, with what they are good for. */
export function loadCases(people: readonly SpecimenPerson[]): DockState['cases'] {
  const file = join(projectRoot, 'assets', 'specimen', 'cases.json');
  const { cases } = specimenCasesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const nameOf = (id: string | null): string => people.find((person) => person.id === id)?.card.name ?? '没有写是谁的';
  return cases.map((one) => {
    const { caseNumber, direction, itemName, person, agents } = one;
    const trouble = troubleOf(one);
    return {
      caseNumber,
      group: trouble.length > 0 ? 'trouble' : direction,
      label: [
        itemName.zh,
        nameOf(person),
        ...(direction === 'document' && trouble.length === 0 ? [agents ? '可以代领' : '只能本人领'] : []),
        ...trouble,
      ].join(' · '),
    };
  });
}

const STATES = { ready: [], notReady: ['还没有办好'], closed: ['已经办结'] } as const;

/** Why the machine refuses it. */
const troubleOf = ({ mobile, state, kioskId, person }: SpecimenCase): string[] => [
  ...(mobile === null ? ['没有手机号'] : []),
  ...(person === null ? ['没有证件号码'] : []),
  ...(kioskId === DEMO_KIOSK_ID ? [] : ['别的网点的办件']),
  ...STATES[state],
];
