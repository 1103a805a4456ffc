import { z } from 'zod';
import { deviceNameSchema, deviceStateSchema } from './device-status.ts';

/** Upper bounds of the latency classes, milliseconds; a last class is without bound. */
export const LATENCY_BOUNDS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

export const deviceMetricsSchema = z.object({
  /** Questions that were answered, and that were not. */
  exchanges: z.number().int(),
  unanswered: z.number().int(),
  /** Repeats and reopenings. */
  retries: z.number().int(),
  discardedBytes: z.number().int(),
  /** How many exchanges fell into each class of `LATENCY_BOUNDS_MS`, and above. */
  latency: z.array(z.number().int()),
});
export type DeviceMetrics = z.infer<typeof deviceMetricsSchema>;

/** What a driver says of its device. */
export const healthReportSchema = z.object({
  state: deviceStateSchema,
  /** States of its parts in XFS4IoT's words, by XFS4IoT's names: `paper: low`, `media: present`, `cabinetDoor: closed`. */
  details: z.record(z.string(), z.string()),
  /** Keywords as the device gave them, or our own for why it does not answer. */
  reasons: z.array(z.string()),
  /** The last thing by which this is known, for a technician: `SAM status 90`, `no reply within 300 ms`. Nothing personal. */
  evidence: z.string(),
});
export type HealthReport = z.infer<typeof healthReportSchema>;

/** The health record that the core keeps for each device of the configuration. */
export const deviceHealthSchema = healthReportSchema.extend({
  device: deviceNameSchema,
  driver: z.string(),
  /** When it came into this state, ISO 8601. */
  since: z.string(),
  /** When the evidence was seen, ISO 8601. */
  evidenceAt: z.string(),
  metrics: deviceMetricsSchema,
  /** How often its process had to be started again since the core started. */
  processRestarts: z.number().int(),
});
export type DeviceHealth = z.infer<typeof deviceHealthSchema>;
