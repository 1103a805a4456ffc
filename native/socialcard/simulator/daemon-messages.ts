import type { Socket } from 'node:net';

/**
 * pcscd's side of its socket, written from the protocol and not from the driver's encoder: requests cut out of the stream,
 * replies as flat structs. What the two agree on is proved by the tests that put a real pcscd in this one's place.
 */
export interface DaemonRequest {
  readonly command: number;
  readonly body: Buffer;
  /** Behind the body of a transmit. */
  readonly apdu: Buffer;
}

export const COMMAND = {
  establish: 1,
  release: 2,
  connect: 4,
  disconnect: 6,
  transmit: 9,
  version: 17,
  states: 18,
  wait: 19,
  stop: 20,
};

/** Calls for each whole request, whatever pieces it came in. */
export function onRequest(socket: Socket, call: (request: DaemonRequest) => void): void {
  let stream: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    stream = Buffer.concat([stream, chunk]);
    for (let taken = takeRequest(stream); taken; taken = takeRequest(stream)) {
      stream = taken.rest;
      call(taken.request);
    }
  });
}

/** The first whole request in `stream`, and what is behind it; `undefined`: not yet whole. */
function takeRequest(stream: Buffer): { readonly request: DaemonRequest; readonly rest: Buffer } | undefined {
  if (stream.length < 8) return undefined;
  const end = 8 + stream.readUInt32LE(0);
  const command = stream.readUInt32LE(4);
  if (stream.length < end) return undefined;
  const body = stream.subarray(8, end);
  const apduBytes = command === COMMAND.transmit && body.length === 32 ? body.readUInt32LE(12) : 0;
  if (stream.length < end + apduBytes) return undefined;
  return {
    request: { command, body, apdu: stream.subarray(end, end + apduBytes) },
    rest: stream.subarray(end + apduBytes),
  };
}

/** The request's body with these words of it set anew, which is how pcscd answers. */
export function answered(body: Buffer, words: Readonly<Record<number, number>>): Buffer {
  const reply = Buffer.from(body);
  for (const [index, value] of Object.entries(words)) reply.writeUInt32LE(value >>> 0, Number(index) * 4);
  return reply;
}

export interface DaemonReader {
  readonly name: string;
  readonly eventCounter: number;
  /** `mute`: powering it failed. */
  readonly card: 'absent' | 'present' | 'mute';
}

const STATE_BITS = { absent: 0x02, present: 0x34, mute: 0x0c };

/** Sixteen places, the first ones filled. */
export function readerPlaces(readers: readonly DaemonReader[]): Buffer {
  const places = Buffer.alloc(16 * 184);
  for (const [index, { name, eventCounter, card }] of readers.entries()) {
    const place = places.subarray(index * 184);
    place.write(name.slice(0, 127));
    place.writeUInt32LE(eventCounter, 128);
    place.writeUInt32LE(STATE_BITS[card], 132);
  }
  return places;
}
