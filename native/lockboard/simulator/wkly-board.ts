import type { BoardSeat, SimulatedBoard, SimulatedFamily } from './simulated-family.ts';

const PULSE_MS = 350;
const GAP_MS = 50;
const BAUD_RATE = 9600;

const HEAD = [0x57, 0x4b, 0x4c, 0x59] as const;
const OLD_HEAD = [0x53, 0x4b, 0x4c, 0x59] as const;
const LONGEST = 40;

export interface WklyModel {
  /** Answers nothing to an unlock, as seen at one site. */
  readonly muteOpen?: boolean;
  /** Replies begin with 53. */
  readonly oldHead?: boolean;
}

const xor = (bytes: Iterable<number>): number => [...bytes].reduce((sum, byte) => sum ^ byte, 0);

/** Boards whose frames begin with "WKLY". */
export function wklyFamily(model: WklyModel = {}): SimulatedFamily {
  return {
    gapMs: GAP_MS,
    baudRate: BAUD_RATE,
    frameBytes(bytes) {
      const matching = HEAD.findIndex((byte, at) => bytes[at] !== byte);
      if (matching !== -1) return matching >= bytes.length ? undefined : 0;
      const length = bytes[4];
      if (length === undefined) return undefined;
      if (length < 8 || length > LONGEST) return 0;
      if (bytes.length < length) return undefined;
      return xor(bytes.subarray(0, length)) === 0 ? length : 0;
    },
    board: (seat) => createBoard(seat, model),
  };
}

function createBoard(seat: BoardSeat, { muteOpen = false, oldHead = false }: WklyModel): SimulatedBoard {
  const { address, channels, reports, clock } = seat;
  const frame = (command: number, ...data: number[]): Uint8Array => {
    const body = [...(oldHead ? OLD_HEAD : HEAD), data.length + 8, address, command, ...data];
    return Uint8Array.of(...body, xor(body));
  };
  if (reports) seat.onLine((channel, line) => seat.tell(frame(0x85, channel + 1, line)));
  return {
    take(asked) {
      const [, , , , , board, command, number = 0] = asked;
      if (board !== address) return;
      const known = number >= 1 && number <= channels;
      const channel = number - 1;
      const status = known ? 0x00 : 0xff;
      switch (command) {
        case 0x82:
          if (known) seat.pulse(channel, PULSE_MS);
          // It looks at the lock when the pulse is over.
          if (!muteOpen) clock.after(PULSE_MS, () => seat.reply(frame(0x82, status, number, seat.line(channel))));
          return;
        case 0x83:
          return seat.reply(frame(0x83, status, number, known ? seat.line(channel) : 0xff));
        case 0x84: {
          const lines = Array.from({ length: channels }, (_, index) => seat.line(index));
          return seat.reply(frame(0x84, 0x00, channels, ...lines));
        }
      }
    },
  };
}
