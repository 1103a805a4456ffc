import { z } from 'zod';
import { lightColourSchema, lightNameSchema } from '../auxiliaries.ts';
import { lineTransportAt } from './transport.ts';

/** Counted from 0, as the board's manual counts relays and inputs. */
const placeSchema = z.number().int().min(0).max(255);

const inputSchema = z.strictObject({
  input: placeSchema,
  /** Wired the other way: what is below is said of a 0 instead of a 1. */
  inverted: z.boolean().default(false),
  /** How long an input must say the same before it is believed. */
  debounceMs: z.number().int().min(0).max(10_000).default(50),
});
export type InputConfig = z.infer<typeof inputSchema>;

const sensorsSchema = z.strictObject({
  /** 1: somebody is there. */
  proximitySensor: inputSchema.optional(),
  /** 1: the door is closed, so that a broken wire is an open door. `tampered`: its loop, 1 when it was cut. */
  cabinetDoor: inputSchema.extend({ tampered: inputSchema.optional() }).optional(),
  /** 1: somebody is at it. */
  tamperSensor: inputSchema.optional(),
  /** A key switch: 1 in one of its places; neither: `run`. */
  operatorSwitch: z
    .strictObject({ maintenance: inputSchema.optional(), supervisor: inputSchema.optional() })
    .optional(),
});
export type SensorsConfig = z.infer<typeof sensorsSchema>;

/** The relay of a lamp with one colour, or one relay for each of its colours. */
const lightSchema = z.union([
  z.strictObject({ coil: placeSchema }),
  z.strictObject({
    colours: z
      .partialRecord(lightColourSchema, placeSchema)
      .refine((colours) => Object.keys(colours).length > 0, 'at least one colour'),
  }),
]);
export type LightConfig = z.infer<typeof lightSchema>;

const lightsSchema = z.partialRecord(lightNameSchema, lightSchema).refine((lights) => {
  const coils = Object.values(lights).flatMap((light) => ('coil' in light ? light.coil : Object.values(light.colours)));
  return new Set(coils).size === coils.length;
}, 'each coil for one lamp');

/** Lights and sensors of the cabinet. */
export const auxiliariesConfigSchema = z.discriminatedUnion('driver', [
  z.strictObject({
    /** A Modbus RTU board with relays, inputs, or both. */
    driver: z.literal('modbus-io'),
    transport: lineTransportAt(9600),
    address: z.number().int().min(1).max(247).default(1),
    lights: lightsSchema.default({}),
    /**
     * Who makes lights flash: `driver` switches relays on and off; `board` writes F000, F100 and F200, which only some light
     * towers know.
     */
    flashing: z.enum(['driver', 'board']).default('driver'),
    sensors: sensorsSchema.default({}),
    pollIntervalMs: z.number().int().min(50).max(10_000).default(1_000),
  }),
]);
export type AuxiliariesConfig = z.infer<typeof auxiliariesConfigSchema>;
