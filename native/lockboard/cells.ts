import type { BoardReply, Line } from './board-protocol.ts';
import type { DoorState } from './lockboard.ts';

export interface Board {
  readonly address: number;
  /** Wired to it, from its first channel on. */
  readonly cells: number;
}

export interface CellPlace {
  readonly board: Board;
  readonly channel: number;
}

export interface CellOfBoard {
  readonly cell: number;
  readonly channel: number;
}

export interface CellPlan {
  readonly boards: readonly Board[];
  /** Numbers of all cells: 1, 2, 3 … through the boards in their order. */
  readonly cells: readonly number[];
  /** Where a cell is wired to; `undefined`: there is no such cell. */
  placeOf(cell: number): CellPlace | undefined;
  /** Cells of one board, in the order of its channels. */
  cellsOf(address: number): readonly CellOfBoard[];
  /** What a line means for the door of this cell. */
  doorOf(cell: number, line: Line): DoorState;
}

export interface CellPlanSettings {
  readonly boards: readonly Board[];
  /** What a line says while its door is closed. */
  readonly closedIs: 0 | 1;
  /** Cells whose switch is wired the other way. */
  readonly inverted: readonly number[];
}

/** The numbering of a locker's cells, and how their switches are wired. */
export function createCellPlan({ boards, closedIs, inverted }: CellPlanSettings): CellPlan {
  const places: CellPlace[] = boards.flatMap((board) =>
    Array.from({ length: board.cells }, (_, channel) => ({ board, channel })),
  );
  const otherWay = new Set(inverted);
  const byAddress = new Map<number, CellOfBoard[]>();
  for (const [index, { board, channel }] of places.entries()) {
    const cells = byAddress.get(board.address) ?? [];
    byAddress.set(board.address, [...cells, { cell: index + 1, channel }]);
  }
  return {
    boards,
    cells: places.map((_, index) => index + 1),
    placeOf: (cell) => places[cell - 1],
    cellsOf: (address) => byAddress.get(address) ?? [],
    doorOf(cell, line) {
      if (line === undefined) return 'unknown';
      return (line === closedIs) === otherWay.has(cell) ? 'open' : 'closed';
    },
  };
}

/** The line of one channel in a reply; a reply that does not reach so far does not know. */
export const lineAt = (reply: Extract<BoardReply, { kind: 'lines' }>, channel: number): Line => reply.lines[channel];
