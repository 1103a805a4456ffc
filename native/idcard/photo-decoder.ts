import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';

/** What is wrong with the plug-in, or with what it made. */
export type PhotoFailure = 'failed' | 'timeout' | 'noPicture';

/** Makes a picture of the 1024 bytes that the card holds. Never throws, and keeps nothing. */
export interface PhotoDecoder {
  /** A BMP of 102×126, 24-bit: 38,862 bytes. Answered within `PHOTO_LIMIT_MS`. */
  decode(photo: Uint8Array): Promise<Result<Uint8Array, PhotoFailure>>;
  /** Ends what is under way; its answer is `failed`. */
  close(): Promise<void>;
}

/**
 * What the plug-in's module exports under the name `decodePhoto`. The method of compression (WLT) is not public: only
 * closed libraries know it, which need a licence, so none comes with this software.
 */
export type DecodePhoto = (photo: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Loading included; the reading of a card waits no longer than this for its picture. */
export const PHOTO_LIMIT_MS = 1_500;
export const PICTURE_BYTES = 38_862;
const PICTURE_WIDTH = 102;
const PICTURE_HEIGHT = 126;
const BITS_PER_PIXEL = 24;
/** What the thread may use besides its byte buffers. */
const THREAD_MEBIBYTES = 64;

/**
 * `path` is the plug-in's module. It runs in a thread of its own for each picture, which is ended with its answer: it can
 * neither hold up the reader nor keep a photo, and what it prints is thrown away, for it may be somebody's data.
 */
export function photoDecoderFrom(path: string, clock: Clock): PhotoDecoder {
  const running = new Set<Worker>();
  return {
    async decode(photo) {
      const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: THREAD_MEBIBYTES },
        stdout: true,
        stderr: true,
      });
      running.add(worker);
      worker.stdout.resume();
      worker.stderr.resume();
      const answer = await new Promise<Result<unknown, PhotoFailure>>((resolve) => {
        const end = (result: Result<unknown, PhotoFailure>): void => {
          cancel();
          resolve(result);
        };
        const cancel = clock.after(PHOTO_LIMIT_MS, () => resolve(err('timeout')));
        worker.once('message', (message) => end(ok(message)));
        worker.once('error', () => end(err('failed')));
        worker.once('exit', () => end(err('failed')));
        worker.postMessage({ module: pathToFileURL(path).href, photo });
      });
      await worker.terminate();
      running.delete(worker);
      if (!answer.ok) return answer;
      return isPicture(answer.value) ? ok(answer.value) : err('noPicture');
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

/** A BMP header that says what we want, and as many bytes as it says. */
function isPicture(answer: unknown): answer is Uint8Array {
  if (!(answer instanceof Uint8Array) || answer.length !== PICTURE_BYTES) return false;
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  return (
    view.getUint16(0) === 0x424d &&
    view.getUint32(2, true) === PICTURE_BYTES &&
    view.getInt32(18, true) === PICTURE_WIDTH &&
    // A negative height is a picture whose first row is its uppermost.
    Math.abs(view.getInt32(22, true)) === PICTURE_HEIGHT &&
    view.getUint16(28, true) === BITS_PER_PIXEL
  );
}
