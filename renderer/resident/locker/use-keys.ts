import { useCallback } from 'react';
import { useView } from '../../ui/view.ts';

/** What the pads of the locker accept from a keyboard that is plugged in. */
export const DIGITS = /^\d$/;

/** Sends the keys of a digit pad. */
export function useKeys(): (key: string) => void {
  const { send } = useView();
  return useCallback((key: string) => send({ type: 'key', key }), [send]);
}
