import { loadPeople } from '../../../center/people.ts';
import { answeredItems, type BrokenItem } from '../../../center/records/answered-items.ts';
import { asOf } from '../../../center/records/as-of.ts';
import type { FormInputs } from '../../../contract/catalogue/form.ts';
import { type CatalogueItem, isSelfService, type SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { ServiceRecord } from '../../../contract/record.ts';
import type { SpecimenPerson } from '../../../contract/specimen.ts';
import type { PreviewMachine } from './preview-machine.ts';
import { sampleInputs } from './sample-inputs.ts';

/** Who is shown first, if that life has such a record. */
const FIRST_PERSON = 'wang-guilan';

/** Somebody who has the item done at the machine, and what they are answered. */
export interface SampleVisit {
  readonly item: SelfServiceItem;
  /** Null: public information, nobody is asked about. */
  readonly person: SpecimenPerson | null;
  readonly inputs: FormInputs;
  /** Undefined: no specimen person has such a record, or the department delivers a finished PDF. */
  readonly record: ServiceRecord | undefined;
}

/** A believable visit; undefined for an item that ends in its guide. @throws BrokenItem if its samples go in a circle */
export function sampleVisit(item: CatalogueItem, { now, today }: PreviewMachine): SampleVisit | undefined {
  if (!isSelfService(item)) return undefined;
  const { machine } = item;
  const people = loadPeople().all.toSorted((a, b) => Number(b.id === FIRST_PERSON) - Number(a.id === FIRST_PERSON));
  const inputs = sampleInputs(machine.form, today);
  const answered = machine.document.kind === 'layout' ? answeredItems([item], unanswered)(item.code) : undefined;
  const at = asOf(now);
  if (machine.identity === 'none') {
    return { item, person: null, inputs, record: answered?.make(null, inputs, at) ?? undefined };
  }
  for (const person of people) {
    const record = answered?.make(person, inputs, at);
    if (record) return { item, person, inputs, record };
  }
  return { item, person: people[0] ?? null, inputs, record: undefined };
}

function unanswered(error: BrokenItem): void {
  throw error;
}
