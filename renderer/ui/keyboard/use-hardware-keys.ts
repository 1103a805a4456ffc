import { useEffect } from 'react';

/** Keys that are not characters, and what they are called in the contract. */
const NAMED: Readonly<Record<string, string>> = { Backspace: 'delete', Delete: 'clear' };

/** Which key of the contract a key of a real keyboard is; undefined: none, it keeps its own meaning. */
export function hardwareKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>,
  accepts: RegExp,
): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return undefined;
  return NAMED[event.key] ?? (accepts.test(event.key) ? event.key : undefined);
}

/** Takes the keys of a real keyboard while this is shown. */
export function useHardwareKeys(onKey: (key: string) => void, accepts: RegExp): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = hardwareKey(event, accepts);
      // A dialog above the page has its own keys.
      if (key === undefined || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onKey(key);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onKey, accepts]);
}
