import { z } from 'zod';
import { cameraConfigSchema } from './device-config/cameras.ts';
import { caseNumberSchema, cellNumberSchema, lockerColumnsSchema } from './locker.ts';
import { bilingualSchema } from './text.ts';

/** What a resident sees at the locker. Spread into the union of `screen.ts`; `code` is an error of the catalogue. */
export const lockerScreens = <Code extends z.ZodType<string>>(errorCode: Code) =>
  [
    /** Two of: identity card, six-digit code, QR code. */
    z.object({
      name: z.literal('pickup'),
      have: z.object({ card: z.boolean(), code: z.boolean(), qr: z.boolean() }),
      /** Digits typed so far; shown, not hidden: they stand in the message, too, and are worth nothing alone. */
      typed: z.string().regex(/^\d{0,6}$/),
      /** How many documents wait here for whoever's card lies there; absent: no card. */
      waiting: z.number().int().nonnegative().optional(),
      /** Why the last proof was not taken. */
      refused: errorCode.optional(),
      /** How often in a row it was refused for that: a second time looks new. Never how many tries are left. */
      refusedTimes: z.number().int().positive().optional(),
      /** Too many wrong codes: the pad is closed for so long. */
      lockedSeconds: z.number().int().positive().optional(),
      hasScanner: z.boolean(),
    }),
    /** Everything is proven: what it is, and the signature before the door opens. */
    z.object({
      name: z.literal('pickupSign'),
      itemName: bilingualSchema,
      /** The last four digits are shown. */
      maskedCase: z.string(),
      maskedHolder: z.string(),
      by: z.enum(['holder', 'agent']),
      cell: cellNumberSchema,
      /** A picture may be taken if the person agrees; absent: this machine takes none. */
      still: z.literal('ask').optional(),
      /** Which camera takes it; the page opens it after the yes. Without one no picture is asked for. */
      camera: cameraConfigSchema.optional(),
    }),
    /** Materials are handed in against a case slip: the card, and the case number by scan or pad. */
    z.object({
      name: z.literal('handIn'),
      have: z.object({ card: z.boolean(), case: z.boolean() }),
      typed: z.string().regex(/^\d{0,15}$/),
      refused: errorCode.optional(),
      checking: z.boolean(),
      hasScanner: z.boolean(),
    }),
    z.object({
      name: z.literal('handInConfirm'),
      caseNumber: caseNumberSchema,
      /** Absent: the center could not be asked; staff will look. */
      itemName: bilingualSchema.optional(),
      maskedHolder: z.string(),
      /** There is something of this case already: the same door opens again. */
      more: z.boolean(),
    }),
    /** A door is opening or open. Ends by itself when it closes. */
    z.object({
      name: z.literal('lockerDoor'),
      purpose: z.enum(['pickUp', 'handIn']),
      cell: cellNumberSchema,
      columns: lockerColumnsSchema,
      stage: z.enum(['opening', 'open']),
      /** `remind`: it has stood open for a while; `alarm`: for too long, and staff are being told. */
      urge: z.enum(['none', 'remind', 'alarm']),
    }),
    /** The door is closed, or was given up. */
    z.object({
      name: z.literal('lockerEnd'),
      outcome: z.enum([
        'taken',
        /** The door is closed, and no sensor sees inside: whoever was there is asked. `retry` opens once more, `confirm` says yes. */
        'askTaken',
        /** The sensor inside still sees it: it may be opened once more. */
        'stillInside',
        'handedIn',
        /** Nothing was put in. */
        'empty',
        /** It was left open; staff will come. */
        'leftOpen',
      ]),
      cell: cellNumberSchema,
      /** Of materials: the paper that says so. */
      receipt: z.enum(['printing', 'done', 'failed', 'none']),
      retry: z.boolean(),
    }),
    /** Staff are at work here; the page shows theirs. */
    z.object({ name: z.literal('staff') }),
  ] as const;
