/** Asks the scanner to look, or to stop looking. */
export type LookForCode = (on: boolean) => void;

/**
 * One scanner for several who may want it at once: a visit at the front, and staff at a second screen. It looks as long as any of
 * them wants it to. Each call is for one of them.
 */
export function shareScanner(trigger: LookForCode): () => LookForCode {
  const wanting = new Set<object>();
  return () => {
    const me = {};
    return (on) => {
      const wasLooking = wanting.size > 0;
      if (on) wanting.add(me);
      else wanting.delete(me);
      const isLooking = wanting.size > 0;
      if (isLooking !== wasLooking) trigger(isLooking);
    };
  };
}
