import { join } from 'node:path';
import { z } from 'zod';
import type { SimulatedCabinet } from '../../native/lockboard/simulator/cabinet.ts';
import { keptFile } from './kept-file.ts';

const keptSchema = z.object({ items: z.array(z.number().int()), open: z.array(z.number().int()) });

export interface KeptCabinet {
  /** After a hand put something in or took it out; doors are seen by themselves. */
  save(): void;
  /** Saves once more, and then never again. */
  end(): void;
}

/**
 * What lies in the demo's cells, and which doors stand open, stays there while nothing runs: as in a real locker. Also a door that
 * sprang open by a pulse, if everything ends in that moment.
 */
export function keepCabinet(cabinet: SimulatedCabinet, dir: string): KeptCabinet {
  const file = keptFile(join(dir, 'cabinet.json'), keptSchema);
  const { items, open } = file.read() ?? { items: [], open: [] };
  const isCell = (cell: number): boolean => cell >= 1 && cell <= cabinet.cells;
  for (const cell of items.filter(isCell)) cabinet.put(cell);
  for (const cell of open.filter(isCell)) cabinet.open(cell);
  const cells = Array.from({ length: cabinet.cells }, (_, index) => index + 1);
  let ended = false;
  const save = (): void => {
    if (ended) return;
    file.write({
      items: cells.filter((cell) => cabinet.item(cell) === 1),
      open: cells.filter((cell) => cabinet.isOpen(cell)),
    });
  };
  cabinet.onLine(save);
  return {
    save,
    end() {
      save();
      ended = true;
    },
  };
}
