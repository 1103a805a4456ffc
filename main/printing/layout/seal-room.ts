import type { DocumentContent } from './compose-content.ts';
import { BODY, INK } from './page-geometry.ts';
import type { Pen } from './pen.ts';

/** Round seals of departments have a diameter of about 42 mm. */
const SEAL_DIAMETER = (42 / 25.4) * 72;

export const SEAL_ROOM_WIDTH = 196;
export const SEAL_ROOM_HEIGHT = SEAL_DIAMETER + 4;

const SIGN_STYLE = { size: 10.5, align: 'center' } as const;
const HINT_STYLE = { size: 8, colour: INK.rule, align: 'center' } as const;

/**
 * Who issues and when, with the seal over it the way it is stamped on paper. Without a seal image a light dashed
 * circle shows where it goes.
 */
export function drawSealRoom(
  pen: Pen,
  seal: NonNullable<DocumentContent['seal']>,
  top: number,
  image: Uint8Array | undefined,
): void {
  const left = BODY.right - SEAL_ROOM_WIDTH;
  const centre = { x: left + SEAL_ROOM_WIDTH / 2, y: top + SEAL_ROOM_HEIGHT / 2 };
  const radius = SEAL_DIAMETER / 2;
  if (image === undefined) {
    pen.doc.circle(centre.x, centre.y, radius).lineWidth(0.7).dash(3, { space: 3 }).strokeColor(INK.rule).stroke();
    pen.doc.undash();
    pen.line('（盖章处）', left, centre.y - 40, SEAL_ROOM_WIDTH, HINT_STYLE);
  }
  const owner = pen.lines(seal.owner, SEAL_ROOM_WIDTH, SIGN_STYLE);
  const lines = [...owner, seal.date];
  pen.block(lines, left, centre.y - (lines.length * pen.lineHeight(SIGN_STYLE)) / 2 + 4, SEAL_ROOM_WIDTH, SIGN_STYLE);
  if (image !== undefined) {
    const corner = { x: centre.x - radius, y: centre.y - radius };
    pen.doc.image(Buffer.from(image), corner.x, corner.y, {
      fit: [SEAL_DIAMETER, SEAL_DIAMETER],
      align: 'center',
      valign: 'center',
    });
  }
}
