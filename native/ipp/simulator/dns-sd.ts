import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DbusCall, type DbusReply, replyTo, takeMessage } from './dbus-message.ts';

/**
 * A private place to register DNS-SD services. Debian's ippeveprinter refuses to run without Avahi on the system bus;
 * avahi-daemon refuses to run without root, and would announce a simulated printer to the whole network. This answers
 * the dozen calls that libavahi-client makes and announces nothing. If its owner dies, ippeveprinter ends by itself.
 */
export interface DnsSd {
  /** For the environment of ippeveprinter: `DBUS_SYSTEM_BUS_ADDRESS`. */
  readonly busAddress: string;
  close(): Promise<void>;
}

/** AVAHI_SERVER_RUNNING, avahi-common/defs.h. */
const SERVER_RUNNING = 2;
/** AVAHI_ENTRY_GROUP_ESTABLISHED. */
const GROUP_ESTABLISHED = 2;
/** The API version that libavahi-client 0.6–0.8 asks for: 0x0203. */
const API_VERSION = 515;

function answer(call: DbusCall): DbusReply | null {
  switch (call.member) {
    case 'Hello':
      return { type: 's', value: ':1.1' };
    case 'NameHasOwner':
      return { type: 'b', value: 1 };
    case 'GetAPIVersion':
      return { type: 'u', value: API_VERSION };
    case 'GetVersionString':
      return { type: 's', value: 'avahi 0.8' };
    case 'GetState':
      return { type: 'i', value: call.path === '/' ? SERVER_RUNNING : GROUP_ESTABLISHED };
    case 'GetHostName':
    case 'GetHostNameFqdn':
      return { type: 's', value: 'localhost' };
    case 'EntryGroupNew':
      return { type: 'o', value: `/Client1/EntryGroup${call.serial}` };
    case 'IsEmpty':
      return { type: 'b', value: 0 };
    default:
      return null;
  }
}

/** Authentication is a line protocol until BEGIN (D-Bus Specification, Authentication Protocol); then come messages. */
function serve(socket: Socket): void {
  let pending: Buffer = Buffer.alloc(0);
  let begun = false;
  let serial = 1;
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (!begun) {
      const end = pending.indexOf('\r\n');
      if (end < 0) return;
      const line = pending.toString('latin1', 0, end).replace('\0', '');
      pending = pending.subarray(end + 2);
      if (line === 'BEGIN') begun = true;
      else if (line.startsWith('AUTH EXTERNAL')) socket.write(`OK ${'0'.repeat(31)}1\r\n`);
      else if (line.startsWith('AUTH')) socket.write('REJECTED EXTERNAL\r\n');
      else socket.write('ERROR\r\n');
    }
    for (let next = takeMessage(pending); next; next = takeMessage(pending)) {
      pending = pending.subarray(next.size);
      if (next.call?.wantsReply) socket.write(replyTo(next.call.serial, serial++, answer(next.call)));
    }
  });
}

/** Opens the private directory of services on a socket in a new directory of mode 0700. */
export async function startDnsSd(): Promise<DnsSd> {
  const directory = await mkdtemp(join(tmpdir(), 'tongban-dns-sd-'));
  const path = join(directory, 'bus');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    busAddress: `unix:path=${path}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
