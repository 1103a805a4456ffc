import { type CameraState, LOOK_AGAIN_MS, type WantedCamera } from './camera-state.ts';
import type { CameraSource } from './find-camera.ts';
import { openCamera, stopStream } from './open-camera.ts';

export interface CameraWatch {
  /** Looks for the camera now instead of at its time. */
  retry(): void;
  /** The preview got no frame for too long. */
  frozen(): void;
  /** Stops the camera; nothing is told any more. */
  close(): void;
}

export interface CameraWatchOptions {
  readonly wanted: WantedCamera;
  readonly source: CameraSource;
  /** Whether cameras are allowed, without asking anybody. */
  readonly allowed: () => Promise<boolean>;
  readonly tell: (state: CameraState) => void;
}

const ASKING: CameraState = { kind: 'asking' };

/**
 * Keeps one camera open: finds it, notices when it goes, and takes it back when it comes. A state of trouble stays until
 * something better is known, so that nothing flickers while it is tried again.
 */
export function watchCamera({ wanted, source, allowed, tell }: CameraWatchOptions): CameraWatch {
  let state = ASKING;
  /** Rises with every try; what an older one finds is let go. */
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: CameraState): void => {
    clearTimeout(timer);
    if (state.kind === 'live') stopStream(state.stream);
    state = next;
    if (next.kind === 'live') {
      // Unplugged, or taken by the system: said by the track, not when the page itself stops it.
      for (const track of next.stream.getTracks()) track.addEventListener('ended', () => lost(next), { once: true });
    } else if (next.kind !== 'asking') {
      timer = setTimeout(lookAgain, LOOK_AGAIN_MS[next.kind]);
    }
    tell(next);
  };
  const look = (): void => {
    clearTimeout(timer);
    attempt += 1;
    const mine = attempt;
    void openCamera(wanted, source).then((found) => {
      if (mine === attempt) enter(found);
      else if (found.kind === 'live') stopStream(found.stream);
    });
  };
  /** One who refused is not asked every few seconds: only when the browser says by itself that it may be. */
  const lookAgain = (): void => {
    if (state.kind !== 'refused') {
      look();
      return;
    }
    const mine = attempt;
    void allowed().then((yes) => {
      if (mine !== attempt) return;
      if (yes) look();
      else timer = setTimeout(lookAgain, LOOK_AGAIN_MS.refused);
    });
  };
  const lost = (which: CameraState): void => {
    if (state !== which) return;
    enter({ kind: 'missing' });
    look();
  };
  const changed = (): void => {
    if (state.kind !== 'live') lookAgain();
  };

  source.addEventListener('devicechange', changed);
  tell(ASKING);
  look();
  return {
    retry: look,
    frozen: () => {
      if (state.kind === 'live') enter({ kind: 'failed' });
    },
    close: () => {
      attempt += 1;
      clearTimeout(timer);
      source.removeEventListener('devicechange', changed);
      if (state.kind === 'live') stopStream(state.stream);
      state = ASKING;
    },
  };
}
