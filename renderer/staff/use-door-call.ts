import { useEffect } from 'react';
import { sayAloud } from '../ui/say-aloud.ts';
import { useStaffView } from './staff-view.ts';

/** An alarm is said again after so long, milliseconds. */
const ALARM_EVERY_MS = 15_000;

/**
 * Calls when a door opens and when it stays open, because whoever works there looks at the door, not at the page.
 * @param sentence what to do at the open door; undefined: none is open
 */
export function useDoorCall(
  sentence: string | undefined,
  cell: number | undefined,
  urge: 'none' | 'remind' | 'alarm',
): void {
  const { words, language } = useStaffView();
  const what = sentence !== undefined && urge !== 'none' ? words[urge] : sentence;
  const called = what === undefined || cell === undefined ? undefined : `${words.cell(cell)}${words.pause}${what}`;
  const everyMs = urge === 'alarm' ? ALARM_EVERY_MS : undefined;
  useEffect(
    () => (called === undefined ? undefined : sayAloud({ sentence: called, language, everyMs })),
    [called, language, everyMs],
  );
}
