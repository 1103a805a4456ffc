import { z } from 'zod';

/** A4 printers. */
export const documentConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('ipp'), uri: z.url() }),
]);
export type DocumentConfig = z.infer<typeof documentConfigSchema>;
