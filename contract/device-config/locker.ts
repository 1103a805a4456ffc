import { z } from 'zod';
import { lineTransportSchema } from './transport.ts';

const boardSchema = z.strictObject({
  /** As set on the board's switches. */
  address: z.number().int().min(0).max(247),
  /** Cells wired to it, from its first channel on. Cells of the locker are numbered through all boards, from 1. */
  cells: z.number().int().min(1).max(64),
});

/** What every family of boards shares. */
const common = {
  transport: lineTransportSchema,
  boards: z.array(boardSchema).min(1).max(32),
  /** What the line of a cell's switch says while its door is closed, before the exceptions below. */
  closedIs: z.union([z.literal(0), z.literal(1)]).optional(),
  /** Cells, by their number in the locker, whose switch is wired the other way. */
  inverted: z.array(z.number().int().positive()).default([]),
  pollIntervalMs: z.number().int().min(100).max(10_000).default(500),
};

/** Lock-control boards. */
export const lockerConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('kr-8a'), ...common }),
  z.strictObject({ driver: z.literal('wkly'), ...common }),
  z.strictObject({ driver: z.literal('cu16'), ...common }),
  z.strictObject({
    driver: z.literal('modbus-relay'),
    ...common,
    /** The board's own pulse, in its units of 100 ms. */
    pulse100Ms: z.number().int().min(1).max(20).default(5),
  }),
]);
export type LockerConfig = z.infer<typeof lockerConfigSchema>;
