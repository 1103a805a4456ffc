import { withCrc } from './crc16.ts';
import { FUNCTION, type FunctionCode, type ModbusReply } from './replies.ts';

/** A frame to one slave, and how to know its answer. */
export interface ModbusRequest<Answer> {
  readonly address: number;
  readonly functionCode: FunctionCode;
  readonly frame: Uint8Array;
  /** What the reply answers to this request; undefined: it cannot be its answer. */
  take(reply: ModbusReply): Answer | undefined;
}

/**
 * What may be written to one coil. Relay boards also know 5500, toggle, and read any other number as a time or a rhythm where
 * their manual says so.
 */
export const COIL_ON = 0xff00;
export const COIL_OFF = 0x0000;
export const COIL_TOGGLE = 0x5500;

/**
 * Waveshare and clones: a write to this coil + channel closes the relay for so many times 100 ms and opens it again by
 * itself, whatever becomes of the host.
 */
export const PULSE_COIL = 0x0200;
export const PULSE_UNIT_MS = 100;

export const readCoils = (address: number, first: number, count: number): ModbusRequest<readonly boolean[]> =>
  readBits(FUNCTION.readCoils, address, first, count);

export const readInputs = (address: number, first: number, count: number): ModbusRequest<readonly boolean[]> =>
  readBits(FUNCTION.readInputs, address, first, count);

function readBits(
  functionCode: 0x01 | 0x02,
  address: number,
  first: number,
  count: number,
): ModbusRequest<readonly boolean[]> {
  return {
    address,
    functionCode,
    frame: withCrc([address, functionCode, ...word(first), ...word(count)]),
    take(reply) {
      if (reply.kind !== 'bits' || reply.address !== address || reply.functionCode !== functionCode) return undefined;
      return reply.bits.length === Math.ceil(count / 8) * 8 ? reply.bits.slice(0, count) : undefined;
    },
  };
}

export function readRegisters(address: number, first: number, count: number): ModbusRequest<readonly number[]> {
  return {
    address,
    functionCode: FUNCTION.readRegisters,
    frame: withCrc([address, FUNCTION.readRegisters, ...word(first), ...word(count)]),
    take(reply) {
      const mine = reply.kind === 'registers' && reply.address === address && reply.registers.length === count;
      return mine ? reply.registers : undefined;
    },
  };
}

/** @param value `COIL_ON`, `COIL_OFF`, or what the board's manual says; 0 to FFFF */
export function writeCoil(address: number, coil: number, value: number): ModbusRequest<true> {
  return {
    address,
    functionCode: FUNCTION.writeCoil,
    frame: withCrc([address, FUNCTION.writeCoil, ...word(coil), ...word(value)]),
    take(reply) {
      const mine = reply.kind === 'coil' && reply.address === address && reply.coil === coil && reply.value === value;
      return mine ? true : undefined;
    },
  };
}

/** Closes a relay for `units` × 100 ms by the board's own clock. */
export const pulseCoil = (address: number, channel: number, units: number): ModbusRequest<true> =>
  writeCoil(address, PULSE_COIL + channel, units);

/** Sets coils that follow one another, `first` on. */
export function writeCoils(address: number, first: number, values: readonly boolean[]): ModbusRequest<true> {
  const data = new Array<number>(Math.ceil(values.length / 8)).fill(0);
  for (const [index, on] of values.entries()) if (on) data[index >> 3] = (data[index >> 3] ?? 0) | (1 << (index & 7));
  return {
    address,
    functionCode: FUNCTION.writeCoils,
    frame: withCrc([address, FUNCTION.writeCoils, ...word(first), ...word(values.length), data.length, ...data]),
    take(reply) {
      if (reply.kind !== 'coils' || reply.address !== address) return undefined;
      return reply.first === first && reply.count === values.length ? true : undefined;
    },
  };
}

const word = (value: number): [number, number] => [(value >> 8) & 0xff, value & 0xff];
