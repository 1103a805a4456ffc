import { type Fault, faultText } from '../reading/fault.ts';

/** Nobody reads more at once. */
const MOST_TOLD = 200;

/** Tells faults, those of one file together, and how many there are. */
export function tellFaults(faults: readonly Fault[], line: (text: string) => void): void {
  for (const fault of faults.slice(0, MOST_TOLD)) line(faultText(fault));
  const files = new Set(faults.map(({ file }) => file)).size;
  const more = faults.length > MOST_TOLD ? `, the first ${MOST_TOLD} above` : '';
  line(
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}${more}`,
  );
}
