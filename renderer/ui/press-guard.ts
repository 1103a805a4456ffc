/** Touches closer together than this, in milliseconds, are one impatient hand: only the first of them is meant. */
export const PRESS_GAP_MS = 600;

/** Tells a meant press from the rest of an impatient row of touches, over the whole page and every change of screen. */
export class PressGuard {
  #last = Number.NEGATIVE_INFINITY;
  #rowBegan = Number.NEGATIVE_INFINITY;
  #meant = true;

  /** A finger or the mouse went down, anywhere. `atMs`: the event's own time, so a busy page does not stretch it. */
  down(atMs: number): void {
    this.#meant = atMs - this.#last >= PRESS_GAP_MS;
    if (this.#meant) this.#rowBegan = atMs;
    this.#last = atMs;
  }

  /** The press ended: the wait is counted from here, so that a long press is not shorter for the next one. */
  up(atMs: number): void {
    this.#last = Math.max(this.#last, atMs);
  }

  /** Whether a click is meant. `detail` 0: a keyboard or a screen reader, which does not slip. */
  allows({ detail }: { readonly detail: number }): boolean {
    return detail === 0 || this.#meant;
  }

  /**
   * Whether the touch that goes on now is meant for a key. Typing is a quick row of touches, so every one of it counts;
   * but not the rest of a row that began on what was shown before the keyboard.
   * @param shownAtMs when the keyboard came up, by the clock of the events
   */
  allowsKey(shownAtMs: number): boolean {
    return this.#meant || this.#rowBegan >= shownAtMs;
  }
}

/** One for the page: the row of touches goes on over whatever is shown. */
export const pressGuard = new PressGuard();

/** Lets the guard see every touch, also those beside the buttons. Answers how to stop. */
export function watchPresses(target: EventTarget, guard: PressGuard = pressGuard): () => void {
  const down = (event: Event): void => guard.down(event.timeStamp);
  const up = (event: Event): void => guard.up(event.timeStamp);
  const ends = ['pointerup', 'pointercancel'];
  target.addEventListener('pointerdown', down, { capture: true });
  for (const kind of ends) target.addEventListener(kind, up, { capture: true });
  return () => {
    target.removeEventListener('pointerdown', down, { capture: true });
    for (const kind of ends) target.removeEventListener(kind, up, { capture: true });
  };
}
