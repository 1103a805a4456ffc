import { z } from 'zod';
import { serialTransportSchema, tcpTransportSchema, usbBulkTransportSchema } from './transport.ts';

/** CMD and PARA of a command that no public source has: four hexadecimal digits from the manual of the module. */
const commandBytesSchema = z.string().regex(/^[0-9A-Fa-f]{4}$/);

const common = {
  /** `repeats`: the module answers find again while the card lies there; `once`: 80 until it was taken away. */
  continuousReading: z.enum(['repeats', 'once']).default('repeats'),
  /** Absolute path of a module that makes pictures of photos (`decodePhoto`); absent: photos are dropped unseen. */
  photoDecoder: z.string().min(1).optional(),
};

const sdtSchema = z.strictObject({
  driver: z.literal('sdt'),
  transport: z.discriminatedUnion('kind', [serialTransportSchema, tcpTransportSchema, usbBulkTransportSchema]),
  ...common,
  /** Reads the fingerprint too, where module and card have it. It goes on with the card, opaque. */
  fingerprint: z.boolean().default(false),
  /** Said to be `10FF`; not found in any public source. Absent: the module is never reset. */
  resetCommand: commandBytesSchema.optional(),
  /** IIN, SN and DN of the card: asked for when the module knows no latest address, to see whether the card still lies. */
  managementNumberCommand: commandBytesSchema.optional(),
});

/** The older family of CVR-100AU: sum checks, other commands. */
const cvrSumSchema = z.strictObject({
  driver: z.literal('cvr-sum'),
  transport: z.discriminatedUnion('kind', [
    serialTransportSchema.extend({ baudRate: z.number().int().positive().default(9600) }),
    tcpTransportSchema,
  ]),
  ...common,
  /** How replies are checked is not documented: like requests, or as SDT does. */
  replyCheck: z.enum(['sum', 'xor']).default('sum'),
});

/** Identity-card readers. */
export const idCardConfigSchema = z.discriminatedUnion('driver', [sdtSchema, cvrSumSchema]);
export type IdCardConfig = z.infer<typeof idCardConfigSchema>;
