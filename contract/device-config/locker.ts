import { z } from 'zod';
import { lineTransportAt } from './transport.ts';

const boardSchema = (lowestAddress: number, highestAddress: number, mostCells: number) =>
  z
    .strictObject({
      /** As set on the board's switches. */
      address: z.number().int().min(lowestAddress).max(highestAddress),
      /** Cells wired to it, from its first channel on. Cells of the locker are numbered through all boards, from 1. */
      cells: z.number().int().min(1).max(mostCells),
      /** Channels of the model, where its replies speak of more than are wired. */
      channels: z.number().int().min(1).max(64).optional(),
    })
    .refine(({ cells, channels }) => channels === undefined || channels >= cells, 'at least as many channels as cells');

const boardsSchema = (lowestAddress: number, highestAddress: number, mostCells: number) =>
  z
    .array(boardSchema(lowestAddress, highestAddress, mostCells))
    .min(1)
    .max(32)
    .refine((boards) => new Set(boards.map(({ address }) => address)).size === boards.length, 'each address only once');

/** What every family of boards shares. */
const common = {
  /** What the line of a cell's switch says while its door is closed, before the exceptions below. */
  closedIs: z.union([z.literal(0), z.literal(1)]).optional(),
  /** Cells, by their number in the locker, whose switch is wired the other way. */
  inverted: z.array(z.number().int().positive()).default([]),
  pollIntervalMs: z.number().int().min(100).max(10_000).default(1_000),
  /** Silence between two frames, where these boards need another than their family. */
  gapMs: z.number().int().min(5).max(1000).optional(),
};

const familiesSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('kr-8a'),
    transport: lineTransportAt(9600),
    ...common,
    boards: boardsSchema(1, 99, 64),
    /** Pulse in seconds by the longer unlock frame, which not every board knows; absent: the board's own, about 300 ms. */
    pulseSeconds: z.number().int().min(1).max(9).optional(),
  }),
  z.strictObject({
    driver: z.literal('wkly'),
    transport: lineTransportAt(9600),
    ...common,
    boards: boardsSchema(0, 31, 64),
  }),
  z.strictObject({
    driver: z.literal('cu12'),
    transport: lineTransportAt(19_200),
    ...common,
    boards: boardsSchema(0, 15, 12),
  }),
  z.strictObject({
    driver: z.literal('cu16'),
    transport: lineTransportAt(19_200),
    ...common,
    /** Whether the sensors inside are wired; without them these boards say of every cell that it is empty. */
    itemSensors: z.boolean().default(false),
    boards: boardsSchema(0, 15, 16),
  }),
  z.strictObject({
    driver: z.literal('cu48'),
    transport: lineTransportAt(19_200),
    ...common,
    boards: boardsSchema(0, 31, 48),
  }),
  z.strictObject({
    driver: z.literal('modbus-relay'),
    transport: lineTransportAt(9600),
    ...common,
    boards: boardsSchema(1, 247, 64),
    /** The board's own pulse, in its units of 100 ms. */
    pulse100Ms: z.number().int().min(1).max(20).default(5),
    /** The input that the switch of a board's first cell is wired to; its other switches follow. */
    firstInput: z.number().int().min(0).max(63).default(0),
  }),
]);

/** Lock-control boards. */
export const lockerConfigSchema = familiesSchema.refine(
  ({ boards, inverted }) => Math.max(0, ...inverted) <= boards.reduce((sum, { cells }) => sum + cells, 0),
  { path: ['inverted'], message: 'only cells that there are' },
);
export type LockerConfig = z.infer<typeof lockerConfigSchema>;
