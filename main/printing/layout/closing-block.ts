import type { DocumentContent } from './compose-content.ts';
import { areLong, drawLongNotes, drawNotes, type Notes, planNotes } from './notes.ts';
import { BODY } from './page-geometry.ts';
import type { Pen } from './pen.ts';
import { drawSealRoom, SEAL_ROOM_HEIGHT, SEAL_ROOM_WIDTH } from './seal-room.ts';
import type { Sheet } from './sheet.ts';
import { drawSignatures, planSignatures, type SignatureRoom } from './signature-room.ts';

const GAP_ABOVE = 14;
const BESIDE_SEAL = BODY.width - SEAL_ROOM_WIDTH - 16;

export interface ClosingBlock {
  /** What is kept together, with the gap above it. */
  readonly height: number;
  readonly notes: Notes;
  /** The notes are too long to be kept with the rest: they go before it, over pages. */
  readonly loose: boolean;
  readonly signatures: SignatureRoom;
  /** From the top of the block to the top of signatures and seal. */
  readonly lower: number;
}

/**
 * Notes on the left, the seal on the right. Where somebody signs, the notes have the whole width, and below them the
 * signatures stand on the left of the seal, as on every form. All of it is kept together, but for very long notes,
 * which go before it over as many pages as they need.
 */
export function planClosing(pen: Pen, content: DocumentContent): ClosingBlock {
  const { seal } = content;
  const beside = seal ? BESIDE_SEAL : BODY.width;
  const signed = content.signatures.length > 0;
  const kept = planNotes(pen, content, signed ? BODY.width : beside);
  const signatures = planSignatures(pen, content.signatures, Math.min(beside, BODY.width / 2));
  const last = Math.max(signatures.height, seal ? SEAL_ROOM_HEIGHT : 0);
  if (areLong(kept)) {
    const notes = planNotes(pen, content, BODY.width);
    return { height: last > 0 ? GAP_ABOVE + last : 0, notes, loose: true, signatures, lower: 0 };
  }
  const lower = signed && kept.height > 0 ? kept.height + GAP_ABOVE : 0;
  const height = signed ? lower + last : Math.max(kept.height, last);
  return { height: height > 0 ? GAP_ABOVE + height : 0, notes: kept, loose: false, signatures, lower };
}

/** Draws the block where there is room for it; `image` is the seal. */
export function drawClosing(
  pen: Pen,
  sheet: Sheet,
  { height, notes, loose, signatures, lower }: ClosingBlock,
  seal: DocumentContent['seal'],
  image: Uint8Array | undefined,
): void {
  if (loose) {
    sheet.y += GAP_ABOVE;
    drawLongNotes(pen, sheet, notes);
    sheet.room(height);
  } else {
    sheet.room(height);
    drawNotes(pen, notes, sheet.y + GAP_ABOVE);
  }
  const top = sheet.y + GAP_ABOVE + lower;
  drawSignatures(pen, signatures, BODY.left, top);
  if (seal) drawSealRoom(pen, seal, top, image);
}
