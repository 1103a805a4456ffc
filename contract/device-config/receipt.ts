import { z } from 'zod';
import { lineTransportSchema } from './transport.ts';

/** Makes of printers whose commands and answers are known; `epson` is also what a printer of unknown make gets. */
export const receiptProfileNameSchema = z.enum(['epson', 'custom-vkp80', 'masung', 'xprinter']);
export type ReceiptProfileName = z.infer<typeof receiptProfileNameSchema>;

/** By what a receipt counts as printed, from the strongest evidence to the weakest. */
export const receiptCompletionSchema = z.enum(['queued', 'fullStatus', 'undisturbed']);
export type ReceiptCompletion = z.infer<typeof receiptCompletionSchema>;

export const receiptCutSchema = z.enum([
  'feedAndPartial',
  'feedAndFull',
  'partial',
  'full',
  /** ESC m and ESC i, of printers older than GS V. */
  'olderPartial',
  'olderFull',
]);
export type ReceiptCut = z.infer<typeof receiptCutSchema>;

/** Receipt printers. What is absent is taken from the profile. */
export const receiptConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('escpos'),
    transport: lineTransportSchema,
    profile: receiptProfileNameSchema.default('epson'),
    /** Printable width in dots: 576 for 80 mm, 384 for 58 mm. */
    widthDots: z.union([z.literal(576), z.literal(384)]).optional(),
    qr: z.enum(['native', 'raster']).optional(),
    completion: receiptCompletionSchema.optional(),
    cut: receiptCutSchema.optional(),
    /** How hanzi are sent. `utf8` needs a printer that knows ESC 9. */
    textCode: z.enum(['gb18030', 'utf8']).default('gb18030'),
    /** Whether the printer is told to report changes by itself; where it cannot, it is only asked. */
    automaticStatus: z.boolean().default(true),
    /** Between questions while nothing is printed: how soon a printer without power is noticed. */
    pollIntervalMs: z.number().int().min(500).max(60_000).default(5_000),
  }),
]);
export type ReceiptConfig = z.infer<typeof receiptConfigSchema>;
