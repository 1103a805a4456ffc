import type { ServiceRecord } from '../../contract/record.ts';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { AsOf } from './as-of.ts';

/** What one department answers to one item. */
export interface RecordKind {
  /** 基本编码 of the item, 12 digits. */
  readonly itemCode: string;
  /** Title of the document in Chinese, as the verify page names it. */
  readonly title: string;
  /**
   * The record with the keys of the item's template; null where the department has nothing for this person.
   * Pure: the same person and moment give the same record, and a month once given never changes later.
   */
  make(person: SpecimenPerson, at: AsOf): ServiceRecord | null;
  /** The department delivers a finished PDF of this kind besides. */
  readonly delivers?: 'noCriminalRecord';
}

/** Who stands at the head of every record. */
export const subjectOf = ({ card }: SpecimenPerson): { name: string; idNumber: string } => ({
  name: card.name,
  idNumber: card.idNumber,
});

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
