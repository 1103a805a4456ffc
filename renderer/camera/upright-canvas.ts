import type { Paintable } from './jpeg-within.ts';

const MIME = 'image/jpeg';

/** The size of a picture after it was turned by so many degrees. */
export function turnedSize(width: number, height: number, rotate: 0 | 90 | 180 | 270): [width: number, height: number] {
  return rotate % 180 === 0 ? [width, height] : [height, width];
}

/** Paints a picture upright. What comes out is pixels only: place, time and camera of the file it came from are gone. */
export function uprightCanvas(picture: ImageBitmap, rotate: 0 | 90 | 180 | 270): Paintable {
  const [width, height] = turnedSize(picture.width, picture.height, rotate);
  return paint(width, height, (brush) => {
    brush.translate(width / 2, height / 2);
    brush.rotate((rotate * Math.PI) / 180);
    brush.drawImage(picture, -picture.width / 2, -picture.height / 2);
  });
}

function paint(width: number, height: number, draw: (brush: OffscreenCanvasRenderingContext2D) => void): Paintable {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d', { alpha: false });
  if (!brush) throw new Error(`no canvas of ${width} × ${height}`);
  draw(brush);
  return {
    width,
    height,
    toJpeg: (quality) => canvas.convertToBlob({ type: MIME, quality }),
    shrunk(factor) {
      const [less, lower] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
      return paint(less, lower, (smaller) => smaller.drawImage(canvas, 0, 0, less, lower));
    },
  };
}
