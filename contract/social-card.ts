import { z } from 'zod';
import { isCitizenNumber } from './citizen-number.ts';
import { isoDate, sexSchema } from './identity-card.ts';

/** What a social-security card says without a PIN: the parts of EF05 and EF06 that a visit needs. Absent fields are absent on that card. */
export const socialCardSchema = z.object({
  /** 社会保障卡卡号: nine characters. */
  cardNumber: z.string().regex(/^[0-9A-Z]{1,9}$/),
  name: z.string().min(1).max(30),
  /** The social-security number, which is the citizen number (GB 11643). */
  idNumber: z.string().refine(isCitizenNumber),
  sex: sexSchema.optional(),
  /** GB/T 3304 two digits. */
  ethnicCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  birthDate: isoDate.optional(),
  /** Six digits: where the card was issued. */
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  issueDate: isoDate.optional(),
  validTo: isoDate.optional(),
  /** As written: `1.00`, `2.00`, `3.00`. */
  specVersion: z.string().max(4).optional(),
});
export type SocialCard = z.infer<typeof socialCardSchema>;
