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
}

/** A row counts as in sight when this much of it may be cut, in pixels: borders and rounding. */
const TOLERANCE_PX = 2;

function measure(box: HTMLElement): { rows: Measured[]; top: number; bottom: number } {
  const { top, bottom } = box.getBoundingClientRect();
  const head = box.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const rows = [...box.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect());
  return { rows, top: top + head, bottom };
}

/** Which rows of a scrolling box are in sight, and how to turn it by whole pages of rows without a gesture. */
export function useRowWindow(box: RefObject<HTMLElement | null>, changed: unknown): RowWindow {
  const [sight, setSight] = useState({ first: 0, last: 0, all: 0, atStart: true, atEnd: false });
  const look = useCallback(() => {
    if (!box.current) return;
    const { rows, top, bottom } = measure(box.current);
    const whole = rows.map((row) => row.top >= top - TOLERANCE_PX && row.bottom <= bottom + TOLERANCE_PX);
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
    const { rows, top, bottom } = measure(box.current);
    const cut = direction === 1 ? rows.find((row) => row.bottom > bottom + TOLERANCE_PX) : undefined;
    const height = bottom - top;
    // Never past what was not seen yet: facts above the first row may be higher than the box.
    if (direction === 1) box.current.scrollBy({ top: Math.min(cut ? cut.top - top : height, height) });
    if (direction === -1) {
      const earliest = rows.find((row) => row.top >= top - height - TOLERANCE_PX);
      const rise = top - (earliest?.top ?? top);
      // Above the first row there may be facts that are no rows.
      if (rise > TOLERANCE_PX) box.current.scrollBy({ top: -rise });
      else box.current.scrollTo({ top: 0 });
    }
  };
  return { ...sight, turn };
}
