import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface VirtualDisplay {
  /** `:99` */
  readonly display: string;
  stop(): Promise<void>;
}

/** An X server without a screen; it chooses a free number itself and writes it to a pipe when it is ready. */
export function startXvfb(width: number, height: number): Promise<VirtualDisplay> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    (child.stdio[3] as Readable).once('data', (number: Buffer) =>
      resolve({
        display: `:${number.toString().trim()}`,
        async stop() {
          child.kill();
          await gone;
        },
      }),
    );
  });
}
