import { type RefObject, useEffect } from 'react';

/** Counts presses that come close together. Pure: times go in, whether that was enough comes out. */
export function pressCounter(presses: number, withinMs: number): (atMs: number) => boolean {
  let times: number[] = [];
  return (atMs) => {
    times = [...times.filter((time) => atMs - time <= withinMs), atMs];
    if (times.length < presses) return false;
    times = [];
    return true;
  };
}

/** Calls after so many presses of an element within that time; a door that nobody finds by chance. */
export function useQuickPresses(
  element: RefObject<HTMLElement | null>,
  { presses, withinMs }: { presses: number; withinMs: number },
  call: (() => void) | undefined,
): void {
  useEffect(() => {
    const target = element.current;
    if (!target || !call) return;
    const count = pressCounter(presses, withinMs);
    const press = (event: Event): void => {
      if (count(event.timeStamp)) call();
    };
    target.addEventListener('pointerdown', press);
    return () => target.removeEventListener('pointerdown', press);
  }, [element, presses, withinMs, call]);
}
