import { z } from 'zod';
import { lineTransportSchema } from './transport.ts';

/** Lights and sensors of the cabinet. */
export const auxiliariesConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('modbus-io'),
    transport: lineTransportSchema,
    address: z.number().int().min(1).max(247).default(1),
  }),
]);
export type AuxiliariesConfig = z.infer<typeof auxiliariesConfigSchema>;
