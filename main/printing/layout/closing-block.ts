import { BODY, INK, SIZE } from './page-geometry.ts';
import type { Pen } from './pen.ts';
import { SEAL_ROOM_HEIGHT, SEAL_ROOM_WIDTH } from './seal-room.ts';

const HEADING_STYLE = { size: SIZE.note, weight: 'bold', colour: INK.soft } as const;
const NOTE_STYLE = { size: SIZE.note, colour: INK.soft } as const;
const NUMBER_WIDTH = 14;
const GAP_ABOVE = 14;
const NOTES_WIDTH = BODY.width - SEAL_ROOM_WIDTH - 16;

export interface ClosingBlock {
  /** With the gap above it. */
  readonly height: number;
  readonly noteLines: readonly (readonly string[])[];
}

/** Notes stand on the left, the seal on the right; the two are kept together. */
export function planClosing(pen: Pen, notes: readonly string[]): ClosingBlock {
  const noteLines = notes.map((note) => pen.lines(note, NOTES_WIDTH - NUMBER_WIDTH, NOTE_STYLE));
  const lines = noteLines.flat().length + (notes.length > 0 ? 1 : 0);
  return { height: GAP_ABOVE + Math.max(lines * pen.lineHeight(NOTE_STYLE), SEAL_ROOM_HEIGHT), noteLines };
}

/** Draws the notes; gives the y where the seal's room begins. */
export function drawNotes(pen: Pen, { noteLines }: ClosingBlock, top: number): number {
  let y = top + GAP_ABOVE;
  if (noteLines.length > 0) {
    pen.line('说明', BODY.left, y, NOTES_WIDTH, HEADING_STYLE);
    y += pen.lineHeight(NOTE_STYLE);
  }
  noteLines.forEach((lines, index) => {
    pen.line(`${index + 1}.`, BODY.left, y, NUMBER_WIDTH, NOTE_STYLE);
    y = pen.block(lines, BODY.left + NUMBER_WIDTH, y, NOTES_WIDTH - NUMBER_WIDTH, NOTE_STYLE);
  });
  return top + GAP_ABOVE;
}
