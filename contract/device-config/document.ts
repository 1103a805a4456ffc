import { z } from 'zod';

/** What is printed on what: a record with a seal may need other paper than a list of what to bring. */
export const PAPER_KINDS = ['record', 'guide'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** An IPP `media-source` keyword, as the printer lists it in media-source-supported: `tray-1`, `main`, `by-pass-tray`. */
const traySchema = z.string().regex(/^[a-z][a-z0-9._-]{0,60}$/);

/** A4 printers. */
export const documentConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('ipp'),
    /** Where jobs go: the printer itself, or a queue of CUPS. */
    uri: z.url(),
    /**
     * Behind a queue: the printer's own address. It is then asked for its state, and for what became of its job; a queue
     * alone counts what its filters made, not what came out.
     */
    printerUri: z.url().optional(),
    sides: z.enum(['one-sided', 'two-sided-long-edge']).default('one-sided'),
    /** Tray for each kind of paper; where none is named, the printer chooses. */
    trays: z.strictObject({ record: traySchema.optional(), guide: traySchema.optional() }).prefault({}),
  }),
]);
export type DocumentConfig = z.infer<typeof documentConfigSchema>;
