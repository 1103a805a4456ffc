import type { zhCamera } from './zh-camera.ts';

type CameraWords = {
  readonly [K in keyof typeof zhCamera]: (typeof zhCamera)[K] extends readonly string[]
    ? readonly string[]
    : (typeof zhCamera)[K];
};

/** Words about cameras, in English. */
export const enCamera: CameraWords = {
  cameras: 'Cameras',
  cameraNames: ['Document camera', 'Person camera'],
  cameraPicture: 'Picture of the camera',
  cameraAsking: 'Opening the camera; this usually takes less than 3 seconds',
  cameraLive: (label) => `Showing: ${label}`,
  cameraMissing: (label) => `No camera has "${label}" in its name; it opens by itself when it is connected`,
  cameraRefused: 'This page may not use cameras; please check the settings of the shell and the browser',
  cameraBusy: 'Another program uses the camera; it opens by itself when it is free',
  cameraFailed: 'The camera does not open or gives no picture; it is tried again, or unplug it and plug it in',
  camerasNone: 'No camera is configured on this machine',
  camerasSeen: 'Cameras that this machine sees:',
  camerasNotSeen: 'This machine sees no camera at all',
  camerasClose: 'Close',
  takeStill: 'Take a still',
  stillNone: 'Only shown: nothing is recorded, nothing is kept',
  stillTaking: 'Taking it; one moment',
  stillTaken: (width, height, size) => `Taken: ${width} × ${height} pixels, ${size}, not kept`,
  stillFailed: 'Nothing was taken; please try again',
  stillPicture: 'The still just taken',
};
