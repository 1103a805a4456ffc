import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import { answered, COMMAND, type DaemonRequest, onRequest, readerPlaces } from './daemon-messages.ts';
import { createDoubleReader } from './double-reader.ts';
import type { SimulatedSlot } from './far-end.ts';

/** A pcscd with one reader, in this process, at a socket of its own. */
export interface PcscdDouble extends SimulatedSlot {
  readonly socket: string;
  setReaderPlugged(on: boolean): void;
  /** Ends all connections and the socket, as when the service is stopped. */
  stopDaemon(): Promise<void>;
  startDaemon(): Promise<void>;
  /** Takes requests and answers none. */
  setSilent(on: boolean): void;
  setVersion(major: number, minor: number): void;
  /** A card needs so long for each command. */
  setCommandDelay(delayMs: number): void;
  /** Bytes that nobody asked for, to every client. */
  blurt(bytes: Uint8Array): void;
  close(): Promise<void>;
}

const VERSION_MISMATCH = 0x8010001e;

interface Client {
  readonly socket: Socket;
  waiting: boolean;
}

export async function startPcscdDouble(socketPath: string, clock: Clock): Promise<PcscdDouble> {
  const clients = new Set<Client>();
  const reader = createDoubleReader();
  let server: Server | undefined;
  let version: readonly [number, number] = [4, 4];
  let silent = false;
  let delayMs = 0;

  const tellAll = (): void => {
    for (const client of clients) {
      if (!client.waiting || silent) continue;
      client.waiting = false;
      client.socket.write(Buffer.alloc(8));
    }
  };
  const stopWaiting = (client: Client): Buffer => {
    const answer = Buffer.alloc(client.waiting ? 8 : 0);
    client.waiting = false;
    return answer;
  };
  const negotiated = (body: Buffer): Buffer => {
    const same = body.readUInt32LE(0) === version[0] && body.readUInt32LE(4) === version[1];
    return answered(body, { 0: version[0], 1: version[1], 2: same ? 0 : VERSION_MISMATCH });
  };
  /** `undefined`: what a real one ends the connection for. */
  const reply = (client: Client, { command, body }: DaemonRequest): Buffer | undefined => {
    switch (command) {
      case COMMAND.version:
        return negotiated(body);
      case COMMAND.establish:
        return answered(body, { 1: 7, 2: 0 });
      case COMMAND.release:
        return answered(body, { 1: 0 });
      case COMMAND.wait:
      case COMMAND.states:
        client.waiting ||= command === COMMAND.wait;
        return readerPlaces(reader.readers());
      case COMMAND.stop:
        return stopWaiting(client);
      case COMMAND.connect:
        return reader.connect(body);
      case COMMAND.disconnect:
        reader.letGo();
        return answered(body, { 2: 0 });
      default:
        return undefined;
    }
  };
  const serve = (client: Client, request: DaemonRequest): void => {
    if (request.command === COMMAND.transmit) {
      clock.after(delayMs, () => {
        if (!silent) client.socket.write(reader.transmit(request));
      });
      return;
    }
    const bytes = reply(client, request);
    if (bytes) client.socket.write(bytes);
    else client.socket.destroy();
  };
  const accept = (socket: Socket): void => {
    const client: Client = { socket, waiting: false };
    clients.add(client);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clients.delete(client);
      reader.letGo();
    });
    onRequest(socket, (request) => {
      if (!silent) serve(client, request);
    });
  };
  const startDaemon = (): Promise<void> => {
    rmSync(socketPath, { force: true });
    const started = createServer(accept);
    server = started;
    return new Promise((resolve, reject) => {
      started.once('error', reject);
      started.listen(socketPath, resolve);
    });
  };
  const stopDaemon = async (): Promise<void> => {
    const stopping = server;
    server = undefined;
    for (const { socket } of clients) socket.destroy();
    if (stopping) await new Promise((resolve) => stopping.close(resolve));
  };

  await startDaemon();
  return {
    socket: socketPath,
    insert(card) {
      reader.insert(card);
      tellAll();
    },
    take() {
      reader.take();
      tellAll();
    },
    setReaderPlugged(on) {
      reader.setPlugged(on);
      tellAll();
    },
    stopDaemon,
    startDaemon,
    setSilent(on) {
      silent = on;
    },
    setVersion(major, minor) {
      version = [major, minor];
    },
    setCommandDelay(ms) {
      delayMs = ms;
    },
    blurt(bytes) {
      for (const { socket } of clients) socket.write(bytes);
    },
    close: stopDaemon,
  };
}
