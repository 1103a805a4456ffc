import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { EngineJob } from './engine.ts';

const jobSchema = z.object({ file: z.string(), jobId: z.number().int(), jobName: z.string() });

/** Where print commands report for work. Each connection is one job: its first line says which. */
export async function listenForCommands(
  path: string,
  run: (job: EngineJob) => Promise<number>,
): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const lines = createInterface({ input: socket });
    // A command that was killed; `alive` tells the engine.
    for (const source of [socket, lines]) source.on('error', () => socket.destroy());
    lines.once('line', async (line) => {
      const job = jobSchema.parse(JSON.parse(line));
      const alive = (): boolean => !socket.destroyed && socket.writable;
      const tell = (text: string): void => {
        if (alive()) socket.write(`${text}\n`);
      };
      const exitCode = await run({ ...job, tell, alive });
      tell(`EXIT ${exitCode}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
