import type { BoardSeat, SimulatedBoard, SimulatedFamily } from './simulated-family.ts';

const BAUD_RATE = 19_200;
const GAP_MS = 50;
const PULSE_MS = 550;
const [STX, ETX] = [0x02, 0x03];

const sum = (bytes: readonly number[]): number => bytes.reduce((total, byte) => total + byte, 0) % 256;

/** How many bytes a request has whose length is fixed: STX … ETX, sum. */
function fixedRequest(length: number): SimulatedFamily['frameBytes'] {
  return (bytes) => {
    if (bytes[0] !== STX) return 0;
    if (bytes.length < length) return undefined;
    return bytes[length - 2] === ETX && sum([...bytes.subarray(0, length - 1)]) === bytes[length - 1] ? length : 0;
  };
}

/** Eight switches of channels from `first` on, the first one lowest. */
function group(first: number, says: (channel: number) => 0 | 1): number {
  return [7, 6, 5, 4, 3, 2, 1, 0].reduce((byte, bit) => byte * 2 + says(first + bit), 0);
}

const closed = (...body: number[]): Uint8Array => Uint8Array.of(...body, ETX, sum([...body, ETX]));

/** CU16 and KU16: nothing answers an unlock. */
export const cu16Family: SimulatedFamily = {
  gapMs: GAP_MS,
  baudRate: BAUD_RATE,
  frameBytes: fixedRequest(5),
  board: (seat): SimulatedBoard => ({
    take(asked) {
      const [, place = 0, command] = asked;
      if (place >>> 4 !== seat.address) return;
      const lock = place % 16;
      if (command === 0x31) seat.pulse(lock, PULSE_MS);
      if (command !== 0x30) return;
      const data = [group(0, seat.line), group(8, seat.line), group(0, seat.item), group(8, seat.item)];
      seat.reply(closed(STX, seat.address * 16, 0x35, ...data));
    },
  }),
};

/** CU48: the same with a byte for the lock. */
export const cu48Family: SimulatedFamily = {
  gapMs: GAP_MS,
  baudRate: BAUD_RATE,
  frameBytes: fixedRequest(6),
  board: (seat): SimulatedBoard => ({
    take(asked) {
      const [, address, lock = 0, command] = asked;
      if (address !== seat.address) return;
      if (command === 0x51) seat.pulse(lock, PULSE_MS);
      if (command !== 0x50) return;
      seat.reply(closed(STX, address, 0, 0x65, ...[0, 8, 16, 24, 32, 40].map((first) => group(first, seat.line))));
    },
  }),
};

/** CU12: the sum stands before the data that it covers. */
export const cu12Family: SimulatedFamily = {
  gapMs: GAP_MS,
  baudRate: BAUD_RATE,
  frameBytes(bytes) {
    if (bytes[0] !== STX) return 0;
    if (bytes.length < 8) return undefined;
    const length = 8 + (bytes[5] ?? 0);
    if (bytes[6] !== ETX || length > 12) return 0;
    if (bytes.length < length) return undefined;
    return sum([...bytes.subarray(0, 7), ...bytes.subarray(8, length)]) === bytes[7] ? length : 0;
  },
  board: createCu12Board,
};

function createCu12Board(seat: BoardSeat): SimulatedBoard {
  const reply = (lock: number, command: number, ask: number, ...data: number[]): void => {
    const head = [STX, seat.address, lock, command, ask, data.length, ETX];
    seat.reply(Uint8Array.of(...head, sum([...head, ...data]), ...data));
  };
  return {
    take(asked) {
      const [, address, lock = 0, command = 0] = asked;
      if (address !== seat.address) return;
      if (command === 0x80) return reply(lock, command, 0x10, group(0, seat.line), group(8, seat.line) % 16);
      if (command === 0x8f) return reply(lock, command, 0x10, 0x10, 0x12);
      if (command !== 0x81) return reply(lock, command, 0x13);
      if (lock >= 12) return reply(lock, command, 0x11);
      seat.pulse(lock, PULSE_MS);
      return reply(lock, command, 0x10);
    },
  };
}
