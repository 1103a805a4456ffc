import type { Direction } from '../../../contract/locker.ts';
import type { CaseAnswer, CaseRefusal } from '../../../contract/locker-gateway.ts';
import type { SpecimenCase } from '../../../contract/specimen.ts';
import type { People } from '../../people.ts';
import type { ParcelStore } from '../reports/parcels.ts';
import type { CaseBook } from './case-book.ts';

export interface CaseDesk {
  readonly people: People;
  readonly cases: CaseBook;
  readonly parcels: Pick<ParcelStore, 'statesOfDocument'>;
}

/** What a kiosk is told of a case: from the book, changed by what lockers reported of it. */
export function answerCase(on: CaseDesk, kioskId: string, caseNumber: string, direction: Direction): CaseAnswer {
  const refused = (reason: CaseRefusal): CaseAnswer => ({ outcome: 'refused', caseNumber, reason });
  const known = on.cases.find(caseNumber);
  if (known === undefined) return refused('unknown');
  if (known.kioskId !== kioskId) return refused('elsewhere');
  const standing = standingOf(on, known, direction);
  if (standing !== 'ready') return refused(standing);
  const person = on.people.all.find(({ id }) => id === known.person);
  if (person === undefined) return refused('noHolder');
  if (known.mobile === null) return refused('noMobile');
  const { kind, name, idNumber } = person.card;
  return {
    outcome: 'found',
    case: {
      caseNumber,
      direction,
      itemName: known.itemName,
      holder: { cardKind: kind, name, idNumber },
      maskedMobile: maskMobile(known.mobile),
      agents: known.agents,
      size: known.size,
    },
  };
}

/** A parcel that is only planned was never seen behind an open door: its case can still be put in. */
function standingOf(
  { parcels }: CaseDesk,
  known: SpecimenCase,
  direction: Direction,
): 'ready' | 'stored' | 'closed' | 'notReady' {
  // Of papers there may always be more; the machine knows what lies there already, and whose it is.
  const states = direction === 'document' ? parcels.statesOfDocument(known.kioskId, known.caseNumber) : [];
  if (states.some((state) => PRESENT.has(state))) return 'stored';
  if (states.includes('released')) return 'closed';
  // Nobody can say where it is: nothing to hand over, and yet it was handed to nobody.
  if (states.includes('lost')) return 'notReady';
  if (known.state !== 'ready') return known.state;
  // While an office waits for papers it has nothing to hand over; once a document lies ready it waits for none.
  if (known.direction !== direction) return direction === 'document' ? 'notReady' : 'closed';
  return 'ready';
}

const PRESENT: ReadonlySet<string> = new Set(['putting', 'stored', 'releasing', 'inHand', 'uncertain']);

/** `13812341234` → `138****1234` */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
