import { z } from 'zod';

/** Readers of the social-security card (contact chip). */
export const socialCardConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('pcsc'),
    /** Part of the reader's name as PC/SC tells it; absent: the first reader. */
    reader: z.string().min(1).optional(),
    /** Where pcscd listens. */
    socket: z.string().min(1).default('/run/pcscd/pcscd.comm'),
    /** How READ RECORD names a record. One city's readers go by number only; `auto` tries the identifier first. */
    records: z.enum(['auto', 'byIdentifier', 'byNumber']).default('auto'),
    /** How the one byte of the ethnic group is meant: 0x11 is 11 (`bcd`, as the other codes on the card) or 17. */
    ethnicCode: z.enum(['bcd', 'binary']).default('bcd'),
  }),
]);
export type SocialCardConfig = z.infer<typeof socialCardConfigSchema>;
