import { z } from 'zod';

/** What a camera is there for; the keys of `devices.cameras` in `kiosk.json`. */
export const CAMERA_PURPOSES = ['document', 'person'] as const;
export type CameraPurpose = (typeof CAMERA_PURPOSES)[number];

/** Larger than a page of text needs at 300 dpi, and small enough to be sent and kept in one piece. */
export const STILL_LIMIT_BYTES = 4 * 1024 * 1024;
/** No camera that a kiosk has goes beyond; a length that lies ends here. */
export const STILL_SIDE_LIMIT_PX = 10_000;

/** Start of image, then the first marker. */
const JPEG_START = [0xff, 0xd8, 0xff];

/**
 * One picture from a camera, upright, pixels only: it was painted anew, so it carries nothing of what a camera writes
 * beside them. Whoever takes it in over a wire checks it with this schema, and decodes it before believing its size.
 */
export const stillSchema = z.strictObject({
  purpose: z.enum(CAMERA_PURPOSES),
  mime: z.literal('image/jpeg'),
  /** Pixels, as shown. */
  width: z.number().int().min(1).max(STILL_SIDE_LIMIT_PX),
  height: z.number().int().min(1).max(STILL_SIDE_LIMIT_PX),
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length <= STILL_LIMIT_BYTES, `more than ${STILL_LIMIT_BYTES} bytes`)
    .refine((bytes) => JPEG_START.every((byte, at) => bytes[at] === byte), 'not the bytes of a JPEG'),
});
export type Still = z.infer<typeof stillSchema>;
