import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface RowWindow {
  /** The rows in sight, counted from 1; 0 when there are none. */
  readonly first: number;
  readonly last: number;
  readonly all: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  turn(direction: 1 | -1): void;
}

interface Measured {
  readonly top: number;
  readonly bottom: number;
  /** Height of the header of its own table, which stays at the top of the box and covers what is below it. */
  readonly head: number;
}

/** A row counts as in sight when this much of it may be cut, in pixels: borders and rounding. */
const TOLERANCE_PX = 2;

/** `height`: what is never covered, below the tallest header. */
function measure(box: HTMLElement): { rows: Measured[]; top: number; bottom: number; height: number } {
  const { top, bottom } = box.getBoundingClientRect();
  // Every table has its own header: with large letters a long label makes it higher than another's.
  const heads = new Map<Element | null, number>();
  for (const head of box.querySelectorAll('thead')) heads.set(head.parentElement, head.getBoundingClientRect().height);
  const rows = [...box.querySelectorAll('[data-row]')].map((row): Measured => {
    const place = row.getBoundingClientRect();
    return { top: place.top, bottom: place.bottom, head: heads.get(row.closest('table')) ?? 0 };
  });
  return { rows, top, bottom, height: bottom - top - Math.max(0, ...heads.values()) };
}

/** Which rows of a scrolling box are in sight, and how to turn it by whole pages of rows without a gesture. */
export function useRowWindow(box: RefObject<HTMLElement | null>, changed: unknown): RowWindow {
  const [sight, setSight] = useState({ first: 0, last: 0, all: 0, atStart: true, atEnd: false });
  const look = useCallback(() => {
    if (!box.current) return;
    const { rows, top, bottom } = measure(box.current);
    const whole = rows.map((row) => row.top >= top + row.head - TOLERANCE_PX && row.bottom <= bottom + TOLERANCE_PX);
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    setSight({
      first: whole.indexOf(true) + 1,
      last: whole.lastIndexOf(true) + 1,
      all: rows.length,
      atStart: scrollTop <= TOLERANCE_PX,
      atEnd: scrollTop + clientHeight >= scrollHeight - TOLERANCE_PX,
    });
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` says that the rows are other ones
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, look, changed]);

  const turn = (direction: 1 | -1): void => {
    if (!box.current) return;
    const { rows, top, bottom, height } = measure(box.current);
    const cut = direction === 1 ? rows.find((row) => row.bottom > bottom + TOLERANCE_PX) : undefined;
    // Never past what was not seen yet: facts above the first row may be higher than the box.
    if (direction === 1) box.current.scrollBy({ top: Math.min(cut ? cut.top - top - cut.head : height, height) });
    if (direction === -1) {
      const earliest = rows.find((row) => row.top >= top + row.head - height - TOLERANCE_PX);
      const rise = earliest ? top + earliest.head - earliest.top : 0;
      // Above the first row there may be facts that are no rows.
      if (rise > TOLERANCE_PX) box.current.scrollBy({ top: -rise });
      else box.current.scrollTo({ top: 0 });
    }
  };
  return { ...sight, turn };
}
