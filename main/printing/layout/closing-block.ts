import type { DocumentContent } from './compose-content.ts';
import { BODY, INK, SIZE } from './page-geometry.ts';
import type { Pen } from './pen.ts';
import { drawSealRoom, SEAL_ROOM_HEIGHT, SEAL_ROOM_WIDTH } from './seal-room.ts';
import { drawSignatures, planSignatures, type SignatureRoom } from './signature-room.ts';

const HEADING_STYLE = { size: SIZE.note, weight: 'bold', colour: INK.soft } as const;
const NOTE_STYLE = { size: SIZE.note, colour: INK.soft } as const;
const NUMBER_WIDTH = 14;
const GAP_ABOVE = 14;
const BESIDE_SEAL = BODY.width - SEAL_ROOM_WIDTH - 16;

export interface ClosingBlock {
  /** With the gap above it. */
  readonly height: number;
  readonly notes: { readonly width: number; readonly height: number; readonly lines: readonly (readonly string[])[] };
  readonly signatures: SignatureRoom;
  /** From the top of the notes to the top of signatures and seal. */
  readonly lower: number;
}

/**
 * Notes on the left, the seal on the right. Where somebody signs, the notes have the whole width, and below them the
 * signatures stand on the left of the seal, as on every form. All of it is kept together.
 */
export function planClosing(pen: Pen, content: DocumentContent): ClosingBlock {
  const { seal } = content;
  const signed = content.signatures.length > 0;
  const beside = seal ? BESIDE_SEAL : BODY.width;
  const notes = planNotes(pen, content.notes, signed ? BODY.width : beside);
  const signatures = planSignatures(pen, content.signatures, Math.min(beside, BODY.width / 2));
  const sealHeight = seal ? SEAL_ROOM_HEIGHT : 0;
  const lower = signed ? notes.height + (notes.height > 0 ? GAP_ABOVE : 0) : 0;
  const height = signed ? lower + Math.max(signatures.height, sealHeight) : Math.max(notes.height, sealHeight);
  return { height: height > 0 ? GAP_ABOVE + height : 0, notes, signatures, lower };
}

/** Draws the block; `image` is the seal. */
export function drawClosing(
  pen: Pen,
  block: ClosingBlock,
  seal: DocumentContent['seal'],
  top: number,
  image: Uint8Array | undefined,
): void {
  drawNotes(pen, block.notes, top + GAP_ABOVE);
  drawSignatures(pen, block.signatures, BODY.left, top + GAP_ABOVE + block.lower);
  if (seal) drawSealRoom(pen, seal, top + GAP_ABOVE + block.lower, image);
}

function planNotes(pen: Pen, notes: readonly string[], width: number): ClosingBlock['notes'] {
  const lines = notes.map((note) => pen.lines(note, width - NUMBER_WIDTH, NOTE_STYLE));
  const count = lines.flat().length + (notes.length > 0 ? 1 : 0);
  return { width, lines, height: count * pen.lineHeight(NOTE_STYLE) };
}

function drawNotes(pen: Pen, { lines, width }: ClosingBlock['notes'], top: number): void {
  if (lines.length === 0) return;
  pen.line('说明', BODY.left, top, width, HEADING_STYLE);
  let y = top + pen.lineHeight(NOTE_STYLE);
  lines.forEach((note, index) => {
    pen.line(`${index + 1}.`, BODY.left, y, NUMBER_WIDTH, NOTE_STYLE);
    y = pen.block(note, BODY.left + NUMBER_WIDTH, y, width - NUMBER_WIDTH, NOTE_STYLE);
  });
}
