import { z } from 'zod';

/** Cameras by a part of their label as the system tells it; the page opens them. */
export const camerasConfigSchema = z.strictObject({
  /** 高拍仪: looks down on a document. */
  document: z.strictObject({ label: z.string().min(1) }).optional(),
  /** Looks at the person. */
  person: z.strictObject({ label: z.string().min(1) }).optional(),
});
export type CamerasConfig = z.infer<typeof camerasConfigSchema>;
