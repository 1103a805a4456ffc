/** From what is as good as the camera to what still reads well; each is tried until the bytes fit. */
const QUALITIES = [0.92, 0.8, 0.65, 0.5] as const;
/** When the worst of them is too large: both sides times this, so many times. */
const SHRINK = 0.75;
const SHRINKS = 4;

/** The part of a canvas that is needed; handed in, so that a test can make pictures of any size. */
export interface Paintable {
  readonly width: number;
  readonly height: number;
  toJpeg(quality: number): Promise<Blob>;
  /** The same picture with sides of `factor`. */
  shrunk(factor: number): Paintable;
}

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** The best JPEG of at most `limitBytes`, or nothing after a bounded number of tries. */
export async function jpegWithin(picture: Paintable, limitBytes: number): Promise<Jpeg | undefined> {
  let tried = picture;
  for (let shrinks = 0; shrinks <= SHRINKS; shrinks += 1) {
    for (const quality of QUALITIES) {
      const blob = await tried.toJpeg(quality);
      if (blob.size <= limitBytes) {
        return { width: tried.width, height: tried.height, bytes: new Uint8Array(await blob.arrayBuffer()) };
      }
    }
    tried = tried.shrunk(SHRINK);
  }
  return undefined;
}
