import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import { handlingCode, isBasicCode } from '../../../contract/catalogue/item-code.ts';
import type { Fault } from '../reading/fault.ts';

const USCC_LENGTH = 18;
const LEVELS = ['1', '2', '3', '4', '5', '6'] as const;

/** Adds to faults of an item's long codes what they should be, as the codes of the same department tell it. */
export function withRightCode(faults: readonly Fault[], item: unknown, { items }: CatalogueEntries): Fault[] {
  const { code, level: written, department, division } = item as Readonly<Record<string, unknown>>;
  const level = LEVELS.find((each) => each === written);
  const like = items.find((each) => each.department === department && each.division === division);
  if (!like || level === undefined || typeof code !== 'string' || !isBasicCode(code)) return [...faults];
  const implementation = `${like.implementationCode.slice(0, USCC_LENGTH)}${level}${code}`;
  const right: Readonly<Record<string, string>> = {
    implementationCode: implementation,
    handlingCode: handlingCode(implementation, 1),
  };
  return faults.map((fault) => {
    const value = right[fault.key];
    if (value === undefined) return fault;
    const { en, zh } = fault.expected;
    return {
      ...fault,
      expected: { en: `${en}; for this department "${value}"`, zh: `${zh}；这个部门的应当是 "${value}"` },
    };
  });
}
