import type { StaffEvent } from '../../../contract/staff-event.ts';

type Key = Extract<StaffEvent, { type: 'key' }>['key'];

/** What stands in the field after a key of the digit pad; more than `most` digits are not taken. */
export function typed(before: string, key: Exclude<Key, 'enter'>, most: number): string {
  if (key === 'clear') return '';
  if (key === 'delete') return before.slice(0, -1);
  return before.length < most ? before + key : before;
}
