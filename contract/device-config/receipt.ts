import { z } from 'zod';
import { lineTransportSchema } from './transport.ts';

/** Receipt printers. */
export const receiptConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('escpos'),
    transport: lineTransportSchema,
    /** Printable width in dots: 576 for 80 mm, 384 for 58 mm. */
    widthDots: z.union([z.literal(576), z.literal(384)]).default(576),
    qr: z.enum(['native', 'raster']).default('raster'),
  }),
]);
export type ReceiptConfig = z.infer<typeof receiptConfigSchema>;
