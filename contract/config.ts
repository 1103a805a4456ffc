import { z } from 'zod';
import { devicesConfigSchema } from './device-config/devices.ts';
import { parcelsConfigSchema } from './parcels-config.ts';

/** `kiosk.json`. Any device may be absent; items that need it are then unavailable here. */
export const kioskConfigSchema = z.strictObject({
  kiosk: z.strictObject({
    id: z.string().regex(/^\d{6}-\d{4}$/, 'six digits of the division, a dash, four digits: 310120-0042'),
    site: z.string().min(1),
    /** GB/T 2260. */
    division: z.string().regex(/^\d{6}$/, 'six digits, GB/T 2260'),
    /** Whom to call; shown on the help page. */
    phone: z.string().default('12345'),
  }),
  center: z.strictObject({
    url: z.url(),
    /** Where residents' phones reach the center, for QR codes; absent: the same address. */
    publicUrl: z.url().optional(),
    /** How long a resident waits for an answer before being told, milliseconds. */
    queryTimeoutMs: z.number().int().min(1000).max(120_000).default(15_000),
  }),
  ui: z
    .strictObject({
      orientation: z.enum(['portrait', 'landscape']).default('portrait'),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** Silence before the warning, seconds; elder mode doubles it. */
      idleSeconds: z.number().int().min(10).max(600).default(60),
      idleWarningSeconds: z.number().int().min(5).max(60).default(20),
    })
    .prefault({}),
  devices: devicesConfigSchema,
  /** How the locker is used; it is there where `devices.locker` is. */
  parcels: parcelsConfigSchema.prefault({}),
  /** Only in the demo: where the dock is. */
  demo: z.strictObject({ dock: z.url() }).optional(),
});
export type KioskConfig = z.infer<typeof kioskConfigSchema>;
