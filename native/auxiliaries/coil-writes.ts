import { COIL_OFF, COIL_ON, type ModbusRequest, writeCoil, writeCoils } from '../modbus/requests.ts';
import type { CoilImage } from './lamps.ts';

export interface CoilWrite {
  readonly request: ModbusRequest<true>;
  /** What the relays are once the board took it. */
  readonly sets: CoilImage;
}

/**
 * The fewest writes that bring relays from what they are known to be (absent: not known) to what they are to be. Neighbours go
 * together in one frame; relays that are no lamps are never touched, for they may be anything.
 */
export function coilWrites(address: number, known: CoilImage, wanted: CoilImage): CoilWrite[] {
  return neighbours([...wanted.keys()]).flatMap((coils) => {
    const changed = coils.filter((coil) => known.get(coil) !== wanted.get(coil));
    const [first, last] = [changed[0], changed.at(-1)];
    if (first === undefined || last === undefined) return [];
    const span = coils.filter((coil) => coil >= first && coil <= last);
    const values = span.map((coil) => wanted.get(coil) ?? COIL_OFF);
    // A rhythm is a number that only the write of a single relay can carry.
    if (span.length === 1 || values.some((value) => value !== COIL_ON && value !== COIL_OFF)) {
      return changed.map((coil) => single(address, coil, wanted.get(coil) ?? COIL_OFF));
    }
    const request = writeCoils(
      address,
      first,
      values.map((value) => value === COIL_ON),
    );
    return [{ request, sets: new Map(span.map((coil, index) => [coil, values[index] ?? COIL_OFF])) }];
  });
}

const single = (address: number, coil: number, value: number): CoilWrite => ({
  request: writeCoil(address, coil, value),
  sets: new Map([[coil, value]]),
});

/** Runs of numbers that follow one another. */
function neighbours(sorted: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}
