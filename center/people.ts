import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Holder } from '../contract/gateway.ts';
import { type SpecimenPerson, specimenPersonSchema } from '../contract/specimen.ts';

/** Whom the departments of the reference center know. */
export interface People {
  readonly all: readonly SpecimenPerson[];
  /** The person whose number, kind of card and name all agree; undefined for everybody else. */
  find(holder: Holder): SpecimenPerson | undefined;
}

export const SPECIMEN_PEOPLE_FILE = join(import.meta.dirname, '../assets/specimen/people.json');

/**
 * Reads the specimen people.
 * @throws when the file cannot be read or does not fit `specimenPersonSchema`
 */
export function loadPeople(file = SPECIMEN_PEOPLE_FILE): People {
  const all = z.array(specimenPersonSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  const byNumber = new Map(all.map((person) => [person.card.idNumber, person]));
  return {
    all,
    find(holder) {
      const person = byNumber.get(holder.idNumber);
      if (person === undefined || person.card.kind !== holder.cardKind) return undefined;
      const names = [person.card.name, person.card.englishName ?? person.card.name].map(comparable);
      return names.includes(comparable(holder.name)) ? person : undefined;
    },
  };
}

/** Cards pad names with spaces, and counters type them with other ones. */
const comparable = (name: string): string => name.normalize('NFC').replaceAll(/\s/gu, '');
