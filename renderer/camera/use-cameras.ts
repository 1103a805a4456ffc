import { useEffect, useRef, useState } from 'react';
import type { CameraState, WantedCamera } from './camera-state.ts';
import { type CameraWatch, watchCamera } from './camera-watch.ts';
import { listCameras } from './find-camera.ts';
import { whileSeen } from './while-seen.ts';

/** The list is asked again after this, for systems on which `devicechange` is lost. */
const LIST_AGAIN_MS = 3_000;

const ASKING: CameraState = { kind: 'asking' };

/** Absent in a page that did not come over a safe connection; TypeScript takes it for granted. */
const cameraSource = (): MediaDevices | undefined => navigator.mediaDevices;

async function camerasAllowed(): Promise<boolean> {
  const status = await navigator.permissions.query({ name: 'camera' }).catch(() => undefined);
  return status?.state === 'granted';
}

export interface UsedCamera {
  readonly state: CameraState;
  readonly frozen: () => void;
}

/** Opens one camera while the component stands on a page that is seen; closed and dark otherwise. */
export function useCamera({ purpose, label, rotate }: WantedCamera): UsedCamera {
  const [state, setState] = useState(ASKING);
  const watch = useRef<CameraWatch>(undefined);
  useEffect(() => {
    const source = cameraSource();
    if (!source) {
      setState({ kind: 'failed' });
      return undefined;
    }
    return whileSeen(document, () => {
      const opened = watchCamera({
        wanted: { purpose, label, rotate },
        source,
        allowed: camerasAllowed,
        tell: setState,
      });
      watch.current = opened;
      return () => {
        opened.close();
        setState(ASKING);
      };
    });
  }, [purpose, label, rotate]);
  return { state, frozen: () => watch.current?.frozen() };
}

/** The labels of all cameras that the machine sees; `hidden` while there are some and the page may not use any. */
export function useCameraLabels(): readonly string[] | 'hidden' {
  const [labels, setLabels] = useState<readonly string[] | 'hidden'>([]);
  useEffect(() => {
    const source = cameraSource();
    if (!source) return undefined;
    let over = false;
    const list = (): void => {
      void listCameras(source).then(
        (cameras) => {
          const named = cameras.map(({ label }) => label).filter((label) => label !== '');
          const next = named.length === 0 && cameras.length > 0 ? 'hidden' : named;
          // The same array for the same labels: nothing is drawn again.
          if (!over) setLabels((now) => (String(now) === String(next) ? now : next));
        },
        // A browser that cannot even list them: the sentence of the camera itself says more.
        () => undefined,
      );
    };
    list();
    const timer = setInterval(list, LIST_AGAIN_MS);
    source.addEventListener('devicechange', list);
    return () => {
      over = true;
      clearInterval(timer);
      source.removeEventListener('devicechange', list);
    };
  }, []);
  return labels;
}
