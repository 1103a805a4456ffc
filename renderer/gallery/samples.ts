import type { Screen, ScreenName, Snapshot } from '../../contract/screen.ts';
import { SAMPLES } from './sample-screens.ts';
import { VARIANTS } from './sample-variants.ts';

const NOBODY: readonly ScreenName[] = [
  'attract',
  'outOfService',
  'reading',
  'cardTrouble',
  'goodbye',
  'technician',
  'identify',
];
const BASE: Omit<Snapshot, 'screen' | 'visitor'> = {
  sequence: 1,
  language: 'zh-CN',
  modes: { elder: false, contrast: false, reach: false },
  orientation: 'portrait',
  kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
  offline: false,
  idle: null,
};

export const CASES: readonly string[] = [...Object.keys(SAMPLES), ...Object.keys(VARIANTS)];

/** A whole snapshot for a screen name or a variant. */
export function sampleSnapshot(name: string, change: Partial<Snapshot> = {}): Snapshot {
  const variant = VARIANTS[name] ?? { screen: (SAMPLES as Readonly<Record<string, Screen>>)[name] };
  if (!variant.screen) throw new Error(`no sample: ${name}`);
  const visitor = NOBODY.includes(variant.screen.name) ? null : ({ maskedName: '王**', sex: 'female' } as const);
  return { ...BASE, visitor, ...variant, screen: variant.screen, ...change };
}
