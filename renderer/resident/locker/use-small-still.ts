import { useEffect, useState } from 'react';
import type { CameraConfig } from '../../../contract/device-config/cameras.ts';
import { takeSmallStill } from './small-still.ts';

export type SmallStill =
  | { readonly kind: 'none' }
  | { readonly kind: 'taking' }
  | { readonly kind: 'taken'; readonly base64: string }
  | { readonly kind: 'failed' };

/** Takes one picture while `camera` is given, that is after the yes; forgotten when it is taken back or the page goes on. */
export function useSmallStill(camera: CameraConfig | undefined): SmallStill {
  const [state, setState] = useState<SmallStill>({ kind: 'none' });
  const [label, rotate] = [camera?.label, camera?.rotate];
  useEffect(() => {
    if (label === undefined || rotate === undefined) return undefined;
    let isWanted = true;
    setState({ kind: 'taking' });
    void takeSmallStill({ label, rotate }, () => isWanted).then((base64) => {
      if (isWanted) setState(base64 === undefined ? { kind: 'failed' } : { kind: 'taken', base64 });
    });
    return () => {
      isWanted = false;
      setState({ kind: 'none' });
    };
  }, [label, rotate]);
  return state;
}
