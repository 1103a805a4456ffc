import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SimulatedCabinet } from '../../native/lockboard/simulator/cabinet.ts';

const keptSchema = z.object({ items: z.array(z.number().int()), open: z.array(z.number().int()) });

/** What lies in the demo's cells, and which doors stand open, stays there while nothing runs: as in a real locker. */
export function keepCabinet(cabinet: SimulatedCabinet, dir: string): { save(): void } {
  const file = join(dir, 'cabinet.json');
  if (existsSync(file)) {
    const { items, open } = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const isCell = (cell: number): boolean => cell >= 1 && cell <= cabinet.cells;
    for (const cell of items.filter(isCell)) cabinet.put(cell);
    for (const cell of open.filter(isCell)) cabinet.open(cell);
  }
  return {
    save() {
      const cells = Array.from({ length: cabinet.cells }, (_, index) => index + 1);
      const kept: z.infer<typeof keptSchema> = {
        items: cells.filter((cell) => cabinet.item(cell) === 1),
        open: cells.filter((cell) => cabinet.isOpen(cell)),
      };
      writeFileSync(file, JSON.stringify(kept));
    },
  };
}
