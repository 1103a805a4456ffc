import type { UpsEvent, UpsStatus } from '../../contract/ups.ts';

/** What is remembered of the power between two looks. */
export interface PowerStory {
  readonly power: 'mains' | 'battery';
  /** Said already since the mains failed. */
  readonly saidLow: boolean;
  /** The mains failed, and the battery has not been full since. */
  readonly recovering: boolean;
}

/** Nobody tells of a mains that is there, so a machine that starts on battery is told of the loss. */
export const NEW_STORY: PowerStory = { power: 'mains', saidLow: false, recovering: false };

/** One more look → what has happened since the last, and what to remember. What cannot be known changes nothing. Pure. */
export function nextInStory(
  before: PowerStory,
  { power, battery, ups }: UpsStatus,
): { readonly story: PowerStory; readonly events: readonly UpsEvent[] } {
  if (power === 'unknown') return { story: before, events: [] };
  const events: UpsEvent[] = [];
  if (power === 'battery' && before.power === 'mains') events.push({ type: 'mainsLost' });
  if (power === 'mains' && before.power === 'battery') events.push({ type: 'mainsBack' });
  const isLow = power === 'battery' && (battery === 'critical' || battery === 'low' || ups === 'low');
  if (isLow && !before.saidLow) events.push({ type: 'batteryLow' });
  const recovering = power === 'battery' || (before.recovering && battery !== 'full');
  return { story: { power, saidLow: power === 'battery' && (before.saidLow || isLow), recovering }, events };
}
