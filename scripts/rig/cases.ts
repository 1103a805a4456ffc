import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SpecimenCase, specimenCasesSchema } from '../../contract/specimen.ts';
import { projectRoot } from './places.ts';

const DIRECTION_WORDS = { document: '证照', material: '材料' } as const;

/** The cases whose papers can be held before the scanner of the demo machine, with what they are good for. */
export function loadCases(): readonly (SpecimenCase & { readonly label: string })[] {
  const file = join(projectRoot, 'assets', 'specimen', 'cases.json');
  const { cases } = specimenCasesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return cases.map((one) => ({
    ...one,
    label: [DIRECTION_WORDS[one.direction], one.itemName.zh, one.person ?? '无证件号码', ...troubleOf(one)].join(' · '),
  }));
}

const troubleOf = ({ mobile, state }: SpecimenCase): string[] => [
  ...(mobile === null ? ['无手机号'] : []),
  ...(state === 'ready' ? [] : [state]),
];
