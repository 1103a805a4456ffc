import type { CameraConfig } from '../../../contract/device-config/cameras.ts';
import { jpegWithin } from '../../camera/jpeg-within.ts';
import { openCamera, stopStream } from '../../camera/open-camera.ts';
import { uprightCanvas } from '../../camera/upright-canvas.ts';

/** Fits as base64 into `stillSchema`. */
const LIMIT_BYTES = 28 * 1024;
/** The longer side, pixels: a face at arm's length is known in it. */
const SIDE_PX = 640;
/** A camera that opened and shows nothing for so long is given up, milliseconds. */
const FRAME_LIMIT_MS = 5_000;
/** The first frames of a cheap camera are dark: it is still finding out how bright it is. */
const SETTLE_MS = 600;

const pause = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms, undefined));

/**
 * One small picture of whoever said yes, base64 of a JPEG; `undefined` when the camera is missing, refused, busy or slow. The
 * camera is on for about a second and off before this answers. Bounded, never rejects.
 */
export async function takeSmallStill(camera: CameraConfig, isWanted: () => boolean): Promise<string | undefined> {
  if (!navigator.mediaDevices) return undefined;
  const opened = await openCamera({ ...camera, purpose: 'person' }, navigator.mediaDevices);
  if (opened.kind !== 'live') return undefined;
  try {
    const frame = await Promise.race([frameOf(opened.stream), pause(FRAME_LIMIT_MS)]);
    if (!frame || !isWanted()) return undefined;
    const upright = uprightCanvas(frame, camera.rotate);
    frame.close();
    const shrink = SIDE_PX / Math.max(upright.width, upright.height);
    const jpeg = await jpegWithin(shrink < 1 ? upright.shrunk(shrink) : upright, LIMIT_BYTES);
    return jpeg && btoa(Array.from(jpeg.bytes, (byte) => String.fromCharCode(byte)).join(''));
  } catch {
    // Said in many ways, and none of them helps: the document is handed over without a picture.
    return undefined;
  } finally {
    stopStream(opened.stream);
  }
}

async function frameOf(stream: MediaStream): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  try {
    await video.play();
    await pause(SETTLE_MS);
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}
