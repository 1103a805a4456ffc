import { z } from 'zod';
import { hidTransportSchema, lineTransportSchema } from './transport.ts';

/** Barcode scanners. */
export const scannerConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('serial-line'),
    transport: lineTransportSchema,
    /** How the scanner is told to look; `none`: it looks by itself. */
    trigger: z.enum(['none', 'newland', 'newland-short', 'honeywell']).default('none'),
  }),
  z.strictObject({ driver: z.literal('hid-pos'), transport: hidTransportSchema }),
  z.strictObject({ driver: z.literal('hid-keyboard'), transport: hidTransportSchema }),
]);
export type ScannerConfig = z.infer<typeof scannerConfigSchema>;
