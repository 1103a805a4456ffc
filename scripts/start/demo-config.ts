import type { RigOptions } from '../rig/rig.ts';

export const DEMO_LANGUAGES = ['zh-CN', 'en'] as const;
/** As `parcels.overdueDays` of a `kiosk.json`. */
export const OVERDUE_DAYS = { least: 1, most: 90 } as const;

/** What of the demo's `kiosk.json` can be told at the start. */
export interface DemoConfig {
  readonly landscape: boolean;
  readonly language: (typeof DEMO_LANGUAGES)[number] | undefined;
  readonly overdueDays: number | undefined;
}

/** Changes the demo's configuration; what was not told stays as it is. */
export const changeDemo =
  ({ landscape, language, overdueDays }: DemoConfig): NonNullable<RigOptions['changeConfig']> =>
  (config) => ({
    ...config,
    ui: { ...config.ui, ...(landscape && { orientation: 'landscape' }), ...(language && { language }) },
    parcels: { ...config.parcels, ...(overdueDays !== undefined && { overdueDays }) },
  });
