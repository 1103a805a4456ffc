import type { CameraPurpose } from '../../contract/camera.ts';
import type { CameraConfig } from '../../contract/device-config/cameras.ts';

/** Why there is no picture. */
export type CameraTrouble =
  /** No camera has the label. */
  | 'missing'
  /** The shell or the browser does not allow it. */
  | 'refused'
  /** Another program has it, or two cameras want more than their bus carries. */
  | 'busy'
  /** It does not open, does not answer, or gives no picture. */
  | 'failed';

/** How one camera stands: a closed union. None lasts for ever by itself; see the limits below. */
export type CameraState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly label: string }
  | { readonly kind: CameraTrouble };

export interface WantedCamera extends CameraConfig {
  readonly purpose: CameraPurpose;
}

/** `asking` ends in `failed` after this; a stream that comes later is stopped at once. Slow hubs need 3 s. */
export const ASKING_LIMIT_MS = 10_000;
/** A live camera that gives no frame for so long is `failed`: a picture that stands still would be taken for the truth. */
export const FRAME_LIMIT_MS = 5_000;
/**
 * How long each trouble stands until the camera is looked for again. Plugging in is told at once by `devicechange`; the
 * look after `missing` is for systems on which that event is lost.
 */
export const LOOK_AGAIN_MS: Readonly<Record<CameraTrouble, number>> = {
  missing: 2_000,
  busy: 3_000,
  failed: 4_000,
  refused: 5_000,
};

/**
 * What is asked of a camera, pixels; it gives the nearest that it has. A4 at 280 dpi for documents: more is slow to
 * show, and less blurs the small print. A face needs little.
 */
export const WANTED_SIZE: Readonly<Record<CameraPurpose, { readonly width: number; readonly height: number }>> = {
  document: { width: 3264, height: 2448 },
  person: { width: 1280, height: 720 },
};
