import type { BoardReply } from './board-protocol.ts';
import { type Board, type CellPlan, lineAt } from './cells.ts';
import type { CellState, DoorState, LockerEvent } from './lockboard.ts';

/** What is known of all cells now. Every change of a door is told once. */
export interface CellStates {
  /** All lines of a board, as it just answered. */
  heard(board: Board, reply: Extract<BoardReply, { kind: 'lines' }>): void;
  /** A board told one line by itself. */
  reported(report: Extract<BoardReply, { kind: 'report' }>): void;
  /** A board does not answer: nobody knows about its doors. */
  lost(board: Board): void;
  door(cell: number): DoorState;
  all(): CellState[];
  openDoors(): number;
}

export function createCellStates(plan: CellPlan, emit: (event: LockerEvent) => void, itemSensors: boolean): CellStates {
  const known = new Map<number, CellState>(
    plan.cells.map((cell) => [cell, { cell, door: 'unknown', item: 'unknown' }]),
  );
  const set = (next: CellState): void => {
    const before = known.get(next.cell);
    known.set(next.cell, next);
    if (before && before.door !== next.door) emit({ type: 'door', cell: next.cell, door: next.door });
  };
  const all = (): CellState[] => [...known.values()];
  return {
    heard(board, reply) {
      for (const { cell, channel } of plan.cellsOf(board.address)) {
        set({
          cell,
          door: plan.doorOf(cell, lineAt(reply, channel)),
          item: itemSensors ? itemAt(reply, channel) : 'unknown',
        });
      }
    },
    reported({ address, channel, line }) {
      const cell = plan.cellsOf(address)[channel]?.cell;
      if (cell === undefined) return;
      set({ cell, door: plan.doorOf(cell, line), item: known.get(cell)?.item ?? 'unknown' });
    },
    lost(board) {
      for (const { cell } of plan.cellsOf(board.address)) set({ cell, door: 'unknown', item: 'unknown' });
    },
    door: (cell) => known.get(cell)?.door ?? 'unknown',
    all,
    openDoors: () => all().filter(({ door }) => door === 'open').length,
  };
}

/** Sensors inside see by infrared: 1 is something. The families that have them say so of this polarity. */
function itemAt({ items }: Extract<BoardReply, { kind: 'lines' }>, channel: number): CellState['item'] {
  const line = items?.[channel];
  if (line === undefined) return 'unknown';
  return line === 1 ? 'present' : 'notPresent';
}
