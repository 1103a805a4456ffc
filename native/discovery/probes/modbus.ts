import { REPLY_LIMIT_MS } from '../../modbus/limits.ts';
import { createReplyDecoder, type ModbusReply } from '../../modbus/replies.ts';
import { type ModbusRequest, readCoils, readInputs } from '../../modbus/requests.ts';
import { onlyFrame } from '../line.ts';
import { addressesFrom, type FoundBoard, inWords, LOCKER_OPEN } from './lockers.ts';
import type { Ask, Learned, Probe } from './probe.ts';

const LOWEST_ADDRESS = 1;
const HIGHEST_ADDRESS = 247;
const FIRST_READ = 8;
/** Numbers of relays and inputs that boards are made with. */
const SIZES = [1, 2, 4, 8, 16, 24, 32, 48, 64];

const replyOf = (reply: Uint8Array, address: number): ModbusReply | undefined =>
  onlyFrame(createReplyDecoder({ addresses: [address] }), reply);

/** How many bits can be read at once, by the sizes there are; 0: the board refuses every number. Reads only. */
async function countBits(ask: Ask, read: (count: number) => ModbusRequest<readonly boolean[]>): Promise<number> {
  let most = 0;
  for (const size of SIZES) {
    const request = read(size);
    const reply = replyOf(await ask(request.frame), request.address);
    if (reply && request.take(reply)) most = size;
    else if (most > 0) return most;
  }
  return most;
}

/**
 * Modbus RTU boards: function 1, read coils, with CRC-16 both ways. A board that refuses has answered too. What hangs on its
 * relays, lamps or locks, no protocol tells: both uses are offered, the harmless one first.
 */
export const MODBUS_PROBE: Probe = {
  name: 'modbus',
  replyLimitMs: REPLY_LIMIT_MS,
  questions: (count) =>
    addressesFrom(LOWEST_ADDRESS, HIGHEST_ADDRESS, count).map((address) => ({
      address,
      frame: readCoils(address, 0, FIRST_READ).frame,
    })),
  answers(reply, { address = 0 }) {
    const seen = replyOf(reply, address);
    return seen?.address === address && (seen.kind === 'bits' || seen.kind === 'exception') && seen.functionCode === 1;
  },
  async learn(ask, _answered, questions): Promise<Learned | undefined> {
    const boards: (FoundBoard & { readonly inputs: number })[] = [];
    for (const { address = 0, frame } of questions) {
      if (!replyOf(await ask(frame), address)) continue;
      const relays = await countBits(ask, (count) => readCoils(address, 0, count));
      const inputs = await countBits(ask, (count) => readInputs(address, 0, count));
      boards.push({ address, channels: relays, inputs });
    }
    return boards.length > 0 ? foundBoards(boards) : undefined;
  },
};

function foundBoards(boards: readonly (FoundBoard & { readonly inputs: number })[]): Learned {
  const [first] = boards;
  const inputs = boards.map((board) => board.inputs).join(', ');
  return {
    certainty: 'certain',
    what: `Modbus boards: ${inWords(boards)}; inputs: ${inputs}`,
    evidence: 'answered function 1 with its address and CRC-16; relays and inputs by how many could be read',
    channels: boards.reduce((sum, board) => sum + board.channels, 0),
    fits: (transport) => [
      {
        place: 'auxiliaries',
        settings: { driver: 'modbus-io', transport, address: first?.address ?? LOWEST_ADDRESS },
        open: AUXILIARIES_OPEN,
      },
      {
        place: 'locker',
        settings: {
          driver: 'modbus-relay',
          transport,
          boards: boards.map(({ address, channels }) => ({ address, cells: Math.max(1, channels) })),
        },
        open: [...LOCKER_OPEN, 'Which input belongs to the first cell: firstInput.'],
      },
    ],
  };
}

const AUXILIARIES_OPEN = [
  'What hangs on this board: lamps and sensors of the cabinet, or the locks of a locker (driver "modbus-relay").',
  'Which relay lights what, and which input is which sensor: follow the wires and fill in lights and sensors; until then nothing is switched.',
];
