import type { BoardSeat, SimulatedBoard, SimulatedFamily } from './simulated-family.ts';

const PULSE_MS = 300;
const GAP_MS = 50;
const BAUD_RATE = 9600;

const OPEN = 0x8a;
const QUERY = 0x80;
const REPORT = 0x81;

const xor = (bytes: Iterable<number>): number => [...bytes].reduce((sum, byte) => sum ^ byte, 0);
const frame = (...body: number[]): Uint8Array => Uint8Array.of(...body, xor(body));
const stateByte = (line: 0 | 1): number => (line === 1 ? 0x11 : 0x00);

/** Boards with heads 8A and 80. */
export const kr8aFamily: SimulatedFamily = {
  gapMs: GAP_MS,
  baudRate: BAUD_RATE,
  frameBytes(bytes) {
    const [head] = bytes;
    if (head !== OPEN && head !== QUERY) return 0;
    if (bytes.length < 5) return undefined;
    if (bytes[3] !== (head === OPEN ? 0x11 : 0x33)) return 0;
    if (xor(bytes.subarray(0, 5)) === 0) return 5;
    // The longer unlock frame has the seconds before its check.
    if (head === QUERY) return 0;
    if (bytes.length < 6) return undefined;
    return xor(bytes.subarray(0, 6)) === 0 ? 6 : 0;
  },
  board: createBoard,
};

function createBoard(seat: BoardSeat): SimulatedBoard {
  const { address, channels, reports } = seat;
  const lines = (): number[] => {
    const groups = new Array<number>(Math.ceil(channels / 8)).fill(0);
    for (let channel = 0; channel < channels; channel += 1) {
      const group = groups.length - 1 - Math.floor(channel / 8);
      groups[group] = (groups[group] ?? 0) | (seat.line(channel) << (channel % 8));
    }
    return groups;
  };
  if (reports) {
    seat.onLine((channel, line) => seat.tell(frame(REPORT, address, channel + 1, stateByte(line))));
  }
  return {
    take(asked) {
      const [head, board, number = 0, , fifth = 0] = asked;
      if (board !== address) return;
      const seconds = asked.length === 6 ? fifth : undefined;
      if (head === OPEN) {
        const pulsed = number === 0 ? Array.from({ length: channels }, (_, channel) => channel) : [number - 1];
        for (const channel of pulsed) seat.pulse(channel, seconds === undefined ? PULSE_MS : seconds * 1000);
        seat.reply(frame(OPEN, address, number, stateByte(seat.line(number - 1))));
      } else if (number === 0) seat.reply(frame(QUERY, address, ...lines(), 0x33));
      else seat.reply(frame(QUERY, address, number, stateByte(seat.line(number - 1))));
    },
  };
}
