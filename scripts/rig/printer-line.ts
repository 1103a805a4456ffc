import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { FrameJournal } from './frame-journal.ts';

/** RFC 8011 operation-id and the status-code of a reply, both at offset 2 of an IPP message. */
const OPERATIONS: Readonly<Record<number, string>> = {
  2: 'Print-Job',
  4: 'Validate-Job',
  5: 'Create-Job',
  6: 'Send-Document',
  8: 'Cancel-Job',
  9: 'Get-Job-Attributes',
  10: 'Get-Jobs',
  11: 'Get-Printer-Attributes',
};
const HEAD_END = '\r\n\r\n';

/** The line between kiosk and printer: everything passes, and what passes is told to the dock. */
export interface PrinterLine {
  /** As the printer's own address, at this line's port. */
  readonly uri: string;
  close(): Promise<void>;
}

/** What a chunk says that begins an HTTP message with an IPP body; undefined for all others. */
function sayMessage(chunk: Buffer): string | undefined {
  const end = chunk.indexOf(HEAD_END);
  const head = chunk.subarray(0, Math.max(end, 0)).toString('latin1');
  const first = head.split('\r\n')[0] ?? '';
  if (!/^(POST \S+ HTTP|HTTP)\/1\.1/.test(first)) return undefined;
  const body = chunk.subarray(end + HEAD_END.length);
  if (body.length < 4) return `${first} (${chunk.length} bytes)`;
  const code = body.readUInt16BE(2);
  const word = first.startsWith('POST') ? (OPERATIONS[code] ?? 'operation') : 'status';
  return `${first.slice(0, 60)} · ${word} 0x${code.toString(16).padStart(4, '0')} (${body.length} bytes)`;
}

export async function openPrinterLine(printerUri: string, frames: FrameJournal): Promise<PrinterLine> {
  const target = new URL(printerUri.replace(/^ipp:/, 'http:'));
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other, direction] of [
      [near, far, 'toDevice'],
      [far, near, 'fromDevice'],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (chunk) => {
        const said = sayMessage(chunk);
        if (said) frames.note('document', direction, said);
      });
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the printer line has no port');
  return {
    uri: `ipp://127.0.0.1:${address.port}${target.pathname}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
