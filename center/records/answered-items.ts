import type { FormField, FormInputs } from '../../contract/catalogue/form.ts';
import type { CatalogueItem, SelfServiceItem } from '../../contract/catalogue/item.ts';
import { isSelfService } from '../../contract/catalogue/item.ts';
import type { ServiceRecord } from '../../contract/record.ts';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { AsOf } from './as-of.ts';
import { BrokenTemplate, planOf, recordFromTemplate } from './from-template.ts';
import type { RecordKind } from './record-kind.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** One item that the center answers, whichever way its record is made. */
export interface AnsweredItem {
  readonly itemCode: string;
  /** Title of the document in Chinese, as the verify page names it. */
  readonly title: string;
  /** `none`: public information, whoever asks. */
  readonly identity: 'none' | 'card';
  readonly form: readonly FormField[];
  readonly delivers?: RecordKind['delivers'];
  /** How often one person may have it printed at one kiosk in one day; absent: as often as they like, as is all that is public. */
  readonly perPersonAndDay?: number;
  /** Null where there is nothing for this person. Pure. */
  make(person: SpecimenPerson | null, inputs: FormInputs, at: AsOf): ServiceRecord | null;
}

/** Finds an item by its code; undefined: no department answers to it. */
export type AnsweredItems = (itemCode: string) => AnsweredItem | undefined;

/**
 * What the center answers: the items of the catalogue that end at the machine. Those with a record kind of their own are
 * made by it, all others from their template.
 * @param onBroken told of an item whose samples go round in a circle, or whose PDF nobody makes; default: throws. Where it
 *   returns, that item is not answered and all others are.
 */
export function answeredItems(
  catalogue: readonly CatalogueItem[],
  onBroken: (error: BrokenItem) => void = (error) => {
    throw error;
  },
): AnsweredItems {
  const items = new Map(catalogue.filter(isSelfService).map((item) => [item.code, item]));
  const answered = new Map<string, AnsweredItem>();
  for (const kind of RECORD_KINDS) answered.set(kind.itemCode, byKind(kind, items.get(kind.itemCode)));
  for (const item of items.values()) {
    if (answered.has(item.code)) continue;
    try {
      answered.set(item.code, byTemplate(item));
    } catch (error) {
      if (!(error instanceof BrokenItem)) throw error;
      onBroken(error);
    }
  }
  return (itemCode) => answered.get(itemCode);
}

/** An item that the center cannot answer, however it is asked. */
export class BrokenItem extends Error {
  override readonly name = 'BrokenItem';
}

const byKind = (kind: RecordKind, item: SelfServiceItem | undefined): AnsweredItem => ({
  itemCode: kind.itemCode,
  title: kind.title,
  identity: 'card',
  form: item?.machine.form ?? [],
  ...(kind.delivers && { delivers: kind.delivers }),
  ...(item && limitOf(item)),
  make: (person, _inputs, at) => (person === null ? null : kind.make(person, at)),
});

function limitOf({ machine: { identity, limits } }: SelfServiceItem): Pick<AnsweredItem, 'perPersonAndDay'> {
  // Public information is asked for by nobody: there is no person to count for.
  return identity === 'card' && limits ? { perPersonAndDay: limits.perPersonAndDay } : {};
}

function byTemplate(item: SelfServiceItem): AnsweredItem {
  const { document, identity, form } = item.machine;
  if (document.kind === 'delivered') throw new BrokenItem(`item/${item.code}: no department makes its PDF`);
  return {
    itemCode: item.code,
    title: document.template.title.zh,
    identity,
    form,
    ...limitOf(item),
    make: recordMaker(item, document.template),
  };
}

function recordMaker(item: SelfServiceItem, template: Parameters<typeof planOf>[0]): AnsweredItem['make'] {
  try {
    const plan = planOf(template);
    return (person, inputs, at) => recordFromTemplate(plan, { item, person, inputs, at });
  } catch (cause) {
    if (!(cause instanceof BrokenTemplate)) throw cause;
    throw new BrokenItem(`item/${item.code}: ${cause.message}`, { cause });
  }
}
