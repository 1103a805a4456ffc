import type { IdentityCard } from '../../../contract/identity-card.ts';

/** Residents of the drill. Names and numbers that stand nowhere else: found on the disk, they got there from here. */
const people = [
  { kind: 'resident', name: '戚纂鑫', idNumber: '319999195103127798' },
  { kind: 'resident', name: '亓瀚舸', idNumber: '319999196811057797' },
  { kind: 'hkMacaoTaiwan', name: '逄䶮嶷', idNumber: '810000199407217796' },
  { kind: 'foreigner2017', name: 'QUILLENZO BARTHOVIC', idNumber: 'QZX319979013077' },
  { kind: 'foreigner2023', name: 'VYSHKOVA OTTILINE', idNumber: '931999199001307795' },
] as const satisfies readonly Pick<IdentityCard, 'kind' | 'name' | 'idNumber'>[];

/** In the order of their indices in steps. */
export const PEOPLE: readonly IdentityCard[] = people.map((person) => ({
  ...person,
  sex: 'notStated',
  birthDate: '1990-01-30',
  validFrom: '2020-01-01',
}));

export function personAt(index: number): IdentityCard {
  const person = PEOPLE[index % PEOPLE.length];
  if (!person) throw new RangeError('nobody');
  return person;
}

/** A card with the right number and somebody else's name. */
export const misnamed = (card: IdentityCard): IdentityCard => ({ ...card, name: '郤霁翀' });

export const isSamePerson = (a: Pick<IdentityCard, 'name' | 'idNumber'>, b: Pick<IdentityCard, 'name' | 'idNumber'>) =>
  a.idNumber === b.idNumber && a.name === b.name;

/** What must never be read on the disk or in the log. */
export const CANARIES: readonly string[] = [...PEOPLE.flatMap(({ name, idNumber }) => [name, idNumber]), '郤霁翀'];

/** Staff of the drill. */
export const STAFF = ['1001', '1002', '1003'] as const;
export const ADMINISTRATOR = '9001';
