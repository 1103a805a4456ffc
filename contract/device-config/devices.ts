import { z } from 'zod';
import { auxiliariesConfigSchema } from './auxiliaries.ts';
import { camerasConfigSchema } from './cameras.ts';
import { documentConfigSchema } from './document.ts';
import { idCardConfigSchema } from './id-card.ts';
import { lockerConfigSchema } from './locker.ts';
import { receiptConfigSchema } from './receipt.ts';
import { scannerConfigSchema } from './scanner.ts';
import { socialCardConfigSchema } from './social-card.ts';
import { upsConfigSchema } from './ups.ts';

/** The `devices` part of `kiosk.json`. Any may be absent; items that need it are then unavailable at this machine. */
export const devicesConfigSchema = z.strictObject({
  idCard: idCardConfigSchema.optional(),
  socialCard: socialCardConfigSchema.optional(),
  scanner: scannerConfigSchema.optional(),
  receipt: receiptConfigSchema.optional(),
  document: documentConfigSchema.optional(),
  locker: lockerConfigSchema.optional(),
  auxiliaries: auxiliariesConfigSchema.optional(),
  ups: upsConfigSchema.optional(),
  /** Seen by the page, not by a driver. */
  cameras: camerasConfigSchema.optional(),
});
export type DevicesConfig = z.infer<typeof devicesConfigSchema>;
