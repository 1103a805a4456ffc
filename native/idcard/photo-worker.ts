import { parentPort } from 'node:worker_threads';

interface PhotoTask {
  /** URL of the plug-in. */
  readonly module: string;
  readonly photo: Uint8Array;
}

/** More than any picture: what is longer is not even handed over. */
const ANSWER_LIMIT_BYTES = 65_536;

/** The thread that a plug-in runs in. Whatever it throws ends the thread, which the other side takes for a failure. */
parentPort?.once('message', async ({ module, photo }: PhotoTask) => {
  const { decodePhoto } = await import(/* @vite-ignore */ module);
  const answer: unknown = await decodePhoto(photo);
  const fits = answer instanceof Uint8Array && answer.length <= ANSWER_LIMIT_BYTES;
  parentPort?.postMessage(fits ? answer.slice() : undefined);
});
