import { type CameraPurpose, STILL_LIMIT_BYTES, type Still, stillSchema } from '../../contract/camera.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { jpegWithin } from './jpeg-within.ts';
import { uprightCanvas } from './upright-canvas.ts';

/** Cameras that promise photos and never give one exist; the frame that is shown is taken instead. */
export const PHOTO_LIMIT_MS = 5_000;
/** From the touch to the bytes; 8 megapixels take about 1 s on a slow machine. */
export const STILL_LIMIT_MS = 15_000;

export interface StillOrder {
  readonly stream: MediaStream;
  /** Where the stream is shown. */
  readonly video: HTMLVideoElement;
  readonly purpose: CameraPurpose;
  /** Degrees clockwise. */
  readonly rotate: 0 | 90 | 180 | 270;
}

/** One picture in the highest resolution that the camera gives, upright, never mirrored. Bounded; nothing is kept. */
export async function takeStill(order: StillOrder): Promise<Result<Still, 'failed'>> {
  const still = await within(
    STILL_LIMIT_MS,
    paintStill(order).catch(() => undefined),
  );
  return still ? ok(still) : err('failed');
}

async function paintStill({ stream, video, purpose, rotate }: StillOrder): Promise<Still | undefined> {
  const picture = await largestPicture(stream, video);
  try {
    const jpeg = await jpegWithin(uprightCanvas(picture, rotate), STILL_LIMIT_BYTES);
    const still = stillSchema.safeParse({ purpose, mime: 'image/jpeg', ...jpeg });
    return still.success ? still.data : undefined;
  } finally {
    picture.close();
  }
}

/** The photo, unless the frames are larger: some cameras photograph in less than they show. */
async function largestPicture(stream: MediaStream, video: HTMLVideoElement): Promise<ImageBitmap> {
  const photo = await photoOf(stream.getVideoTracks()[0]);
  if (photo && photo.width * photo.height >= video.videoWidth * video.videoHeight) return photo;
  photo?.close();
  return createImageBitmap(video);
}

async function photoOf(track: MediaStreamTrack | undefined): Promise<ImageBitmap | undefined> {
  if (!track || typeof ImageCapture === 'undefined') return undefined;
  try {
    const photo = await within(PHOTO_LIMIT_MS, takePhoto(new ImageCapture(track)));
    return photo && (await createImageBitmap(photo));
  } catch {
    // Said in many ways and none of them helps: a frame does as well.
    return undefined;
  }
}

async function takePhoto(capture: ImageCapture): Promise<Blob> {
  const { imageWidth, imageHeight } = await capture.getPhotoCapabilities();
  // Without a size the browser takes the one of the stream.
  if (!imageWidth?.max || !imageHeight?.max) return capture.takePhoto();
  return capture.takePhoto({ imageWidth: imageWidth.max, imageHeight: imageHeight.max });
}

/** The answer, or nothing when it takes longer; what comes later is dropped, and so is what goes wrong later. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
