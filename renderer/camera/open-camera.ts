import {
  ASKING_LIMIT_MS,
  type CameraState,
  type CameraTrouble,
  WANTED_SIZE,
  type WantedCamera,
} from './camera-state.ts';
import { type CameraSource, cameraWith, listCameras } from './find-camera.ts';

export type OpenedCamera = Exclude<CameraState, { kind: 'asking' }>;

/** The browser's own names of what went wrong (Media Capture and Streams, `getUserMedia`). */
const TROUBLES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  // The device was unplugged between the list and the opening: its id is the only thing that was insisted on.
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export const stopStream = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Finds the camera by its label and opens it. Answers within `ASKING_LIMIT_MS`, never rejects. */
export function openCamera(wanted: WantedCamera, source: CameraSource): Promise<OpenedCamera> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve({ kind: 'failed' });
    }, ASKING_LIMIT_MS);
    findAndOpen(wanted, source)
      .catch((error: unknown): OpenedCamera => ({ kind: troubleOf(error) }))
      .then((opened) => {
        clearTimeout(timer);
        if (late && opened.kind === 'live') stopStream(opened.stream);
        else resolve(opened);
      });
  });
}

function troubleOf(error: unknown): CameraTrouble {
  return (error instanceof Error && TROUBLES[error.name]) || 'failed';
}

async function findAndOpen({ label, purpose }: WantedCamera, source: CameraSource): Promise<OpenedCamera> {
  let cameras = await listCameras(source);
  if (cameras.length > 0 && cameras.every((camera) => camera.label === '')) {
    // Names are told only to who may use cameras; asking for any of them is the question.
    stopStream(await source.getUserMedia({ video: true, audio: false }));
    cameras = await listCameras(source);
  }
  const camera = cameraWith(label, cameras);
  if (!camera) return { kind: 'missing' };
  const { width, height } = WANTED_SIZE[purpose];
  const video = { deviceId: { exact: camera.deviceId }, width: { ideal: width }, height: { ideal: height } };
  const stream = await source.getUserMedia({ video, audio: false });
  return { kind: 'live', stream, label: camera.label };
}
