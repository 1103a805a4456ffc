import type { ReactElement } from 'react';

/** Place, year, running number: read aloud in these groups, and so written in them. */
const GROUPS = [
  [0, 6],
  [6, 10],
  [10, 15],
] as const;

/** A case number, whole or as far as it was typed, in groups that can be compared with paper. */
export function CaseNumber({ digits }: { digits: string }): ReactElement {
  return (
    <span className="case-number">
      {GROUPS.map(([from, to]) => digits.slice(from, to))
        .filter((group) => group !== '')
        .map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name
          <span key={index}>{group}</span>
        ))}
    </span>
  );
}
