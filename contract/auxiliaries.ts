import { z } from 'zod';

/** Lights by XFS4IoT's names (Lights.Status); those of devices that a machine like this has. */
export const lightNameSchema = z.enum([
  'cardReader',
  /** The reader of the social-security card, where it has a light of its own. */
  'cardReader2',
  'receiptPrinter',
  'documentPrinter',
  'scanner',
  'contactless',
  'statusGood',
  'statusWarning',
  'statusBad',
  'statusSupervisor',
  'statusInService',
  'fasciaLight',
]);
export type LightName = z.infer<typeof lightNameSchema>;

export const flashRateSchema = z.enum(['off', 'slow', 'medium', 'quick', 'continuous']);
export type FlashRate = z.infer<typeof flashRateSchema>;

export const lightColourSchema = z.enum(['red', 'green', 'yellow', 'blue', 'cyan', 'magenta', 'white']);
export type LightColour = z.infer<typeof lightColourSchema>;

export const lightStateSchema = z.strictObject({
  flashRate: flashRateSchema,
  /** Absent, or not among its lamps: its first one. */
  colour: lightColourSchema.optional(),
});
export type LightState = z.infer<typeof lightStateSchema>;

/** Sensors by XFS4IoT's names and words (Auxiliaries.Status); `unknown`: its board does not answer. */
export const sensorStatesSchema = z.strictObject({
  /** Whether somebody stands before the machine. */
  proximitySensor: z.enum(['present', 'notPresent', 'unknown']).optional(),
  /** `tampered`: the loop of the door was cut or the door forced. */
  cabinetDoor: z.enum(['closed', 'open', 'tampered', 'unknown']).optional(),
  tamperSensor: z.enum(['on', 'off', 'unknown']).optional(),
  operatorSwitch: z.enum(['run', 'maintenance', 'supervisor', 'unknown']).optional(),
});
/** Sensors that a machine does not have are absent. */
export type SensorStates = z.infer<typeof sensorStatesSchema>;
export type SensorName = keyof SensorStates;

/** A sensor changed, or was read for the first time. */
export const sensorEventSchema = z.strictObject({
  type: z.literal('sensor'),
  sensor: z.enum(['proximitySensor', 'cabinetDoor', 'tamperSensor', 'operatorSwitch']),
  state: z.string(),
});
export type SensorEvent = z.infer<typeof sensorEventSchema>;
