import { z } from 'zod';
import { deviceStateSchema } from './device-status.ts';

export const upsStatusSchema = z.object({
  device: deviceStateSchema,
  /** Where the machine's power comes from. */
  power: z.enum(['mains', 'battery', 'unknown']),
  /** XFS4IoT Auxiliaries `uninterruptiblePowerSupply`; `good`: none of them holds. */
  ups: z.enum(['good', 'low', 'engaged', 'powering', 'recovered', 'unknown']),
  /** XFS4IoT PowerManagement `batteryStatus`. */
  battery: z.enum(['full', 'low', 'operational', 'critical', 'failure', 'unknown']),
  /** XFS4IoT PowerManagement `batteryChargingStatus`. */
  charging: z.enum(['charging', 'discharging', 'notCharging', 'unknown']),
  /** Percent; null: not told. */
  charge: z.number().min(0).max(100).nullable(),
  runtimeSeconds: z.number().min(0).nullable(),
  inputVolts: z.number().min(0).nullable(),
  /** Words of `ups.status` as given, unknown ones kept; or why there is no answer. */
  reasons: z.array(z.string()),
});
export type UpsStatus = z.infer<typeof upsStatusSchema>;

/** What happens to the power of the machine. Each is said once, at the change. */
export const upsEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('mainsLost') }),
  z.object({ type: z.literal('mainsBack') }),
  /** The battery will not last: save what must be saved, the machine may go dark at any moment. */
  z.object({ type: z.literal('batteryLow') }),
]);
export type UpsEvent = z.infer<typeof upsEventSchema>;
