import { z } from 'zod';

/** Readers of the social-security card (contact chip). */
export const socialCardConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('pcsc'),
    /** Part of the reader's name as PC/SC tells it; absent: the first reader. */
    reader: z.string().min(1).optional(),
  }),
]);
export type SocialCardConfig = z.infer<typeof socialCardConfigSchema>;
