type Seen = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** Keeps something running while the page is seen: a camera is not left on behind a dark or covered screen. */
export function whileSeen(page: Seen, start: () => () => void): () => void {
  let stop: (() => void) | undefined;
  const look = (): void => {
    if (page.visibilityState === 'visible') {
      stop ??= start();
      return;
    }
    stop?.();
    stop = undefined;
  };
  page.addEventListener('visibilitychange', look);
  look();
  return () => {
    page.removeEventListener('visibilitychange', look);
    stop?.();
  };
}
