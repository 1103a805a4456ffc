import { z } from 'zod';
import { hidTransportSchema, lineTransportSchema } from './transport.ts';

/** Bytes as pairs of hex digits: `02` for STX. */
const bytesSchema = z.string().regex(/^(?:[0-9a-fA-F]{2}){0,16}$/, 'expected at most 16 bytes as pairs of hex digits');

/** `SCNMOD0`, `ORTSET3000`, `GRBENA*`. What resets, restarts or lights the scanner is no setting. */
const newlandTagSchema = z
  .string()
  .regex(
    /^(?!FACDEF|REBOOT|SCNTRG)[A-Z0-9]{6}(?:[0-9A-Za-z]{0,24}|\*)$/,
    'expected tag, subtag and value, such as SCNMOD0',
  );

const common = {
  /** The same text again within so many milliseconds is one scan: a hand holds the code a moment too long. */
  sameCodeMs: z.number().int().min(0).max(60_000).default(1_000),
};

/** For scanners that are told to look: how often they are told again while a code is wanted, milliseconds. */
const relightMs = z.number().int().min(500).max(60_000).default(2_500);

const encoding = {
  /** How the scanner is set to send Chinese text; both are met in the field. */
  encoding: z.enum(['utf-8', 'gbk']).default('utf-8'),
};

/** Barcode scanners. */
export const scannerConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: z.literal('serial-line'),
    transport: lineTransportSchema,
    ...common,
    ...encoding,
    /** How the scanner is told to look; `none`: it looks by itself. */
    trigger: z.enum(['none', 'newland', 'newland-short', 'honeywell']).default('none'),
    relightMs,
    /** What ends a code; `any`: CR, LF or CR LF. `none`: the silence after it. */
    terminator: z.enum(['any', 'cr', 'lf', 'crlf', 'none']).default('any'),
    /** What the scanner is set to put before and behind the text of every code. A code without them is refused. */
    prefix: bytesSchema.default(''),
    suffix: bytesSchema.default(''),
    /** Milliseconds without a byte after which no more belongs to a code. */
    interByteMs: z.number().int().min(20).max(1_000).default(80),
    /** `newland` only: sent one by one whenever the port is opened, each with its reply. */
    settings: z.array(newlandTagSchema).max(32).default([]),
    /** `newland` only: how often an idle scanner is asked whether it is there, milliseconds; 0: never. */
    checkIntervalMs: z.number().int().min(0).max(60_000).default(1_000),
  }),
  z.strictObject({
    driver: z.literal('hid-pos'),
    transport: hidTransportSchema,
    ...common,
    ...encoding,
    /** Honeywell and Youjie are told to speak HID-POS and take trigger and beep commands; others scan by themselves. */
    commands: z.enum(['none', 'honeywell']).default('none'),
    relightMs,
    /** Sounds the scanner's beeper for every accepted scan, where it does not do so by itself. */
    beep: z.boolean().default(false),
  }),
  z.strictObject({
    driver: z.literal('hid-keyboard'),
    transport: hidTransportSchema,
    ...common,
    /** Milliseconds without a key after which no more belongs to a code. */
    interKeyMs: z.number().int().min(20).max(1_000).default(80),
  }),
]);
export type ScannerConfig = z.infer<typeof scannerConfigSchema>;
export type SerialLineConfig = Extract<ScannerConfig, { driver: 'serial-line' }>;
export type HidPosConfig = Extract<ScannerConfig, { driver: 'hid-pos' }>;
export type HidKeyboardConfig = Extract<ScannerConfig, { driver: 'hid-keyboard' }>;
