import { z } from 'zod';
import { serialTransportSchema, tcpTransportSchema, usbBulkTransportSchema } from './transport.ts';

const transportSchema = z.discriminatedUnion('kind', [
  serialTransportSchema,
  tcpTransportSchema,
  usbBulkTransportSchema,
]);

/** Identity-card readers. */
export const idCardConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('sdt'),
    transport: transportSchema,
    /** `repeats`: the module answers find again while the card lies there; `once`: 80 until it was taken away. */
    continuousReading: z.enum(['repeats', 'once']).default('repeats'),
  }),
]);
export type IdCardConfig = z.infer<typeof idCardConfigSchema>;
