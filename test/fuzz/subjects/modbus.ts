import fc from 'fast-check';
import { modbusRelayProtocol } from '../../../native/lockboard/modbus-relay/protocol.ts';
import { createReplyDecoder, FUNCTION, MAX_DATA_BYTES } from '../../../native/modbus/replies.ts';
import { checkOf } from '../../../native/modbus/simulator/requests.ts';
import type { FuzzSubject } from '../subject.ts';

const LONGEST_REPLY_BYTES = MAX_DATA_BYTES + 5;
/** Of a board with as many inputs as any here. */
const BOARD_DATA_BYTES = 32;

const LOCK_BOARDS = [
  { address: 1, cells: 16 },
  { address: 9, cells: 8 },
];

const withCheck = (...body: number[]): Uint8Array => Uint8Array.of(...body, ...checkOf(Uint8Array.from(body)));
const byte = fc.integer({ min: 0, max: 0xff });
const anyAddress = fc.integer({ min: 1, max: 247 });

function replies(address: fc.Arbitrary<number>, maxDataBytes: number): fc.Arbitrary<Uint8Array> {
  const data = (unit: number) =>
    fc.array(fc.array(byte, { minLength: unit, maxLength: unit }), { minLength: 1, maxLength: maxDataBytes / unit });
  const bits = fc
    .tuple(address, fc.constantFrom(FUNCTION.readCoils, FUNCTION.readInputs), data(1))
    .map(([from, code, units]) => withCheck(from, code, units.length, ...units.flat()));
  const registers = fc
    .tuple(address, data(2))
    .map(([from, units]) => withCheck(from, FUNCTION.readRegisters, units.length * 2, ...units.flat()));
  const echo = fc
    .tuple(address, fc.constantFrom(FUNCTION.writeCoil, FUNCTION.writeCoils), byte, byte, byte, byte)
    .map((body) => withCheck(...body));
  const exception = fc
    .tuple(address, fc.constantFrom(...Object.values(FUNCTION)), fc.integer({ min: 1, max: 11 }))
    .map(([from, code, why]) => withCheck(from, code | 0x80, why));
  return fc.oneof(bits, registers, echo, exception);
}

export const MODBUS_SUBJECTS: readonly FuzzSubject[] = [
  {
    family: 'Modbus, any slave',
    decoder: () => createReplyDecoder(),
    frame: replies(anyAddress, MAX_DATA_BYTES),
    maxHeld: LONGEST_REPLY_BYTES,
  },
  {
    family: 'Modbus, one board',
    decoder: () => createReplyDecoder({ addresses: [1], maxDataBytes: BOARD_DATA_BYTES }),
    frame: replies(fc.constant(1), BOARD_DATA_BYTES),
    maxHeld: BOARD_DATA_BYTES + 5,
  },
  {
    family: 'locker, modbus-relay',
    decoder: modbusRelayProtocol({ boards: LOCK_BOARDS, pulse100Ms: 5 }).decoder,
    frame: replies(fc.constantFrom(...LOCK_BOARDS.map(({ address }) => address)), 2),
    maxHeld: 8,
  },
];
