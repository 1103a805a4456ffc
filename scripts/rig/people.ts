import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type SpecimenPerson, specimenPersonSchema } from '../../contract/specimen.ts';
import { projectRoot } from './places.ts';

/** The people who can stand before the demo machine. */
export function loadPeople(): readonly SpecimenPerson[] {
  const file = join(projectRoot, 'assets', 'specimen', 'people.json');
  return z.array(specimenPersonSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function personById(people: readonly SpecimenPerson[], id: string): SpecimenPerson {
  const person = people.find((candidate) => candidate.id === id);
  if (!person) throw new Error(`no specimen person “${id}”; there are ${people.map((one) => one.id).join(', ')}`);
  return person;
}
