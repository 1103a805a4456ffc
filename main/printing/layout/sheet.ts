import { BODY } from './page-geometry.ts';
import type { Pen } from './pen.ts';

/** Where the next thing goes: the position on the current page, and the way to a new one. */
export class Sheet {
  /** Top of the free room on the current page, points from the top of the paper. */
  y: number = BODY.firstTop;
  readonly #pen: Pen;

  constructor(pen: Pen) {
    this.#pen = pen;
    pen.doc.addPage();
  }

  /** Whether `height` points are free on the current page; sums of lengths carry a rounding error. */
  fits(height: number): boolean {
    return this.y + height <= BODY.bottom + 0.01;
  }

  turn(): void {
    this.#pen.doc.addPage();
    this.y = BODY.top;
  }

  /** Turns the page unless `height` points are free; says whether it did. */
  room(height: number): boolean {
    if (this.fits(height)) return false;
    this.turn();
    return true;
  }
}

/** Height of an empty page after the first. */
export const FULL_PAGE = BODY.bottom - BODY.top;
