import { z } from 'zod';

export const cameraConfigSchema = z.strictObject({
  /**
   * A part of the camera's label as the browser tells it, in any case: `HD Camera`, or what no other model has, its USB
   * vendor and product: `05a3:9230`. The technician page lists the labels that the machine sees.
   */
  label: z.string().min(1),
  /** By how many degrees its picture must be turned clockwise to stand upright. */
  rotate: z.literal([0, 90, 180, 270]).default(0),
});
export type CameraConfig = z.infer<typeof cameraConfigSchema>;

/** Cameras by a part of their label; the page opens them, no driver does. */
export const camerasConfigSchema = z.strictObject({
  /** 高拍仪: looks down on a document. */
  document: cameraConfigSchema.optional(),
  /** Looks at the person; shown to them as in a mirror. */
  person: cameraConfigSchema.optional(),
});
export type CamerasConfig = z.infer<typeof camerasConfigSchema>;
