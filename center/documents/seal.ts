import type { Pen } from './pen.ts';

const RED = '#c8161d';
const STAR_POINTS = 5;
/** The name runs over this arc, clockwise from the lower left; degrees. */
const NAME_ARC = 236;

/**
 * Draws a round seal as vectors: ring, star, the body's name along the ring, and 样本 (specimen) where a real seal has
 * its number, so that nobody can take it for one.
 */
export function drawSeal(
  document: PDFKit.PDFDocument,
  pen: Pen,
  x: number,
  y: number,
  radius: number,
  owner: string,
): void {
  document.save().opacity(0.82);
  document.lineWidth(2.6).strokeColor(RED).circle(x, y, radius).stroke();
  drawStar(document, x, y - radius * 0.06, radius * 0.3);
  const characters = [...owner];
  const step = NAME_ARC / (characters.length - 1);
  for (const [index, character] of characters.entries()) {
    document.save().rotate(-NAME_ARC / 2 + index * step, { origin: [x, y] });
    pen.line(character, x, y - radius * 0.7, { size: radius * 0.235, weight: 'bold', colour: RED, anchor: 'middle' });
    document.restore();
  }
  pen.line('样本', x, y + radius * 0.52, {
    size: radius * 0.23,
    weight: 'bold',
    colour: RED,
    anchor: 'middle',
    spacing: 2,
  });
  pen.line('SPECIMEN', x, y + radius * 0.72, { size: radius * 0.13, weight: 'bold', colour: RED, anchor: 'middle' });
  document.restore();
}

function drawStar(document: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  const corners = Array.from({ length: STAR_POINTS * 2 }, (_, index) => {
    const length = index % 2 === 0 ? radius : radius * 0.382;
    const angle = (Math.PI / STAR_POINTS) * index - Math.PI / 2;
    return [x + length * Math.cos(angle), y + length * Math.sin(angle)] as [number, number];
  });
  document.polygon(...corners).fill(RED);
}
