import type { Words } from '../i18n/zh.ts';
import type { CameraState } from './camera-state.ts';

/** One sentence for how a camera stands: what is the matter, and what becomes of it. */
export function cameraWords(state: CameraState, label: string, words: Words): string {
  switch (state.kind) {
    case 'asking':
      return words.cameraAsking;
    case 'live':
      return words.cameraLive(state.label);
    case 'missing':
      return words.cameraMissing(label);
    case 'refused':
      return words.cameraRefused;
    case 'busy':
      return words.cameraBusy;
    case 'failed':
      return words.cameraFailed;
  }
}

const KILOBYTE = 1024;

/** `812 KB`, `1.4 MB`: as a technician compares them. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}
