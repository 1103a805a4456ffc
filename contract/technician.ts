import { z } from 'zod';
import { catalogueRefusalSchema } from './catalogue/manifest.ts';
import { camerasConfigSchema } from './device-config/cameras.ts';
import { deviceHealthSchema } from './device-health.ts';

/** How the catalogue of this machine stands; nothing personal. */
export const catalogueStatusSchema = z.object({
  catalogue: z.string(),
  version: z.number().int(),
  publishedAt: z.string(),
  items: z.number().int(),
  /** Kept to go back to. */
  previousVersion: z.number().int().optional(),
  /** When the center was last asked with success, ISO 8601. */
  checkedAt: z.string().optional(),
  /** The last one that was refused, and why. */
  refused: z
    .object({
      reason: catalogueRefusalSchema,
      version: z.number().int().optional(),
      detail: z.string(),
      at: z.string(),
    })
    .optional(),
});
export type CatalogueStatus = z.infer<typeof catalogueStatusSchema>;

/** What a technician sees without logging in: states, no switches, nothing personal. */
export const technicianScreenSchema = z.object({
  name: z.literal('technician'),
  catalogue: catalogueStatusSchema,
  /** Those of the configuration. */
  devices: z.array(deviceHealthSchema),
  /** Those that are configured; the page itself finds out how they are. */
  cameras: camerasConfigSchema,
});
