import { type ReactElement, useEffect, useRef } from 'react';
import type { Still } from '../../contract/camera.ts';

/** The longer side of the small picture, CSS pixels; painted at twice that for sharp screens. */
const SHOWN_PX = 480;

/** A still, small. Painted from its bytes: there is no address under which it could be found. */
export function StillPicture({ still, label }: { still: Still; label: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let over = false;
    const scale = SHOWN_PX / Math.max(still.width, still.height);
    const size = { resizeWidth: Math.round(still.width * scale), resizeHeight: Math.round(still.height * scale) };
    // A copy: the bytes may lie in memory that is shared, which a Blob does not take.
    const blob = new Blob([new Uint8Array(still.bytes)], { type: still.mime });
    void createImageBitmap(blob, size).then(
      (picture) => {
        const element = canvas.current;
        if (element && !over) {
          element.width = picture.width;
          element.height = picture.height;
          element.getContext('2d')?.drawImage(picture, 0, 0);
        }
        picture.close();
      },
      // Bytes that the browser made and cannot read: the words beside it still say how many there are.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [still]);
  return <canvas className="still-picture" ref={canvas} role="img" aria-label={label} />;
}
