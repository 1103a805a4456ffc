import { stat } from 'node:fs/promises';
import type { Clock } from '../clock.ts';

/** How often the name of an open port is looked at. */
export const PORT_PRESENCE_INTERVAL_MS = 1_000;

/** Identifies the device node behind a name, through links; `undefined` when there is none. */
export async function currentNode(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, rdev } = await stat(path);
    return `${dev}:${ino}:${rdev}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/**
 * Calls once when the name no longer leads to the node that was opened: serialport misses most unplugs that follow
 * directly on input or output, and a reader that came back under its old name is another node.
 */
export function watchPresence(clock: Clock, path: string, node: string, onGone: () => void): () => void {
  let stopped = false;
  let cancel: () => void;
  const look = async (): Promise<void> => {
    const now = await currentNode(path);
    if (stopped) return;
    if (now === node) cancel = clock.after(PORT_PRESENCE_INTERVAL_MS, () => void look());
    else onGone();
  };
  cancel = clock.after(PORT_PRESENCE_INTERVAL_MS, () => void look());
  return () => {
    stopped = true;
    cancel();
  };
}
