/**
 * The print command of ippeveprinter (`-c`): one process per job. It lends its stderr and its exit status to the
 * simulator's engine at the other end of a socket: lines are copied to stderr, `EXIT n` ends it. Plain JavaScript without
 * imports of ours, so that it starts in 30 ms.
 */
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

const [, , socketPath, file] = process.argv;
if (!socketPath || !file) throw new Error('usage: print-command SOCKET FILE');

const socket = createConnection(socketPath);
socket.write(
  `${JSON.stringify({ file, jobId: Number(process.env.IPP_JOB_ID), jobName: process.env.IPP_JOB_NAME ?? '' })}\n`,
);
socket.on('error', (cause) => {
  process.stderr.write(`ERROR: ${cause.message}\n`);
  process.exitCode = 1;
});
createInterface({ input: socket }).on('line', (line) => {
  if (line.startsWith('EXIT ')) process.exit(Number(line.slice(5)));
  process.stderr.write(`${line}\n`);
});
// An engine that goes away without a word has not printed.
socket.on('close', () => process.exit(1));
