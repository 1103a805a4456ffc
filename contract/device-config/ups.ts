import { z } from 'zod';

/** Uninterruptible power supplies. */
export const upsConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    /** Network UPS Tools: `upsd` speaks to whatever UPS it is. */
    driver: z.literal('nut'),
    host: z.string().min(1).default('127.0.0.1'),
    port: z.number().int().min(1).max(65535).default(3493),
    /** Its name in ups.conf. */
    ups: z.string().regex(/^[\w.-]{1,64}$/),
    pollIntervalMs: z.number().int().min(500).max(60_000).default(1_000),
  }),
]);
export type UpsConfig = z.infer<typeof upsConfigSchema>;
