const STILL_HERE_INTERVAL_MS = 1_000;

/** Lets a call through at most once a second. */
export function oncePerSecond(call: () => void, now: () => number = () => performance.now()): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - last < STILL_HERE_INTERVAL_MS) return;
    last = now();
    call();
  };
}

/** Reports every touch and key, so that the core can hold its idle clock. The answer stops it. */
export function watchPresence(target: EventTarget, report: () => void): () => void {
  const kinds = ['pointerdown', 'keydown'];
  for (const kind of kinds) target.addEventListener(kind, report, { capture: true });
  return () => {
    for (const kind of kinds) target.removeEventListener(kind, report, { capture: true });
  };
}
