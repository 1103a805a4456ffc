import { createStreamDecoder, type Look, type StreamDecoder } from '../transport/stream-decoder.ts';
import { CRC_BYTES, crcHolds } from './crc16.ts';

export const FUNCTION = {
  readCoils: 0x01,
  readInputs: 0x02,
  readRegisters: 0x03,
  writeCoil: 0x05,
  writeCoils: 0x0f,
} as const;
export type FunctionCode = (typeof FUNCTION)[keyof typeof FUNCTION];

/** What a slave answers. A reply names who speaks and the function; only those of writes say which coil was meant. */
export type ModbusReply =
  /** Eight bits for each byte of the frame, the last ones perhaps only filling. */
  | {
      readonly kind: 'bits';
      readonly address: number;
      readonly functionCode: 0x01 | 0x02;
      readonly bits: readonly boolean[];
    }
  | {
      readonly kind: 'registers';
      readonly address: number;
      readonly functionCode: 0x03;
      readonly registers: readonly number[];
    }
  /** The echo of the request. */
  | {
      readonly kind: 'coil';
      readonly address: number;
      readonly functionCode: 0x05;
      readonly coil: number;
      readonly value: number;
    }
  | {
      readonly kind: 'coils';
      readonly address: number;
      readonly functionCode: 0x0f;
      readonly first: number;
      readonly count: number;
    }
  | {
      readonly kind: 'exception';
      readonly address: number;
      readonly functionCode: FunctionCode;
      /** 1 illegal function, 2 illegal data address, 3 illegal data value, 4 device failure, 6 busy … */
      readonly code: number;
    };

/** Addresses of single slaves; 0 is everybody's and is answered by none. */
const LOWEST_ADDRESS = 1;
const HIGHEST_ADDRESS = 247;
/** Data of the longest reply: 2000 bits or 125 registers. */
export const MAX_DATA_BYTES = 250;

const HEAD_BYTES = 3;
const ECHO_BYTES = 8;
const EXCEPTION_BYTES = 5;
const EXCEPTION_FLAG = 0x80;

export interface ReplyDecoderSettings {
  /** Slaves of the line. A byte of noise that is none of them begins no frame. Default: all there may be. */
  readonly addresses?: readonly number[];
  /** Of the longest reply that is ever asked for: noise cannot announce a longer one and make good frames wait behind it. */
  readonly maxDataBytes?: number;
}

/**
 * Cuts what slaves send into replies. Nothing in a frame marks its begin and on Linux no gap of 3.5 characters survives a
 * USB converter or a network, so that the length told by function and byte count and the CRC decide.
 */
export function createReplyDecoder(settings: ReplyDecoderSettings = {}): StreamDecoder<ModbusReply> {
  const { addresses = ALL_ADDRESSES, maxDataBytes = MAX_DATA_BYTES } = settings;
  return createStreamDecoder({
    starts: addresses,
    maxBytes: Math.max(ECHO_BYTES, HEAD_BYTES + maxDataBytes + CRC_BYTES),
    look: (bytes) => lookForReply(bytes, maxDataBytes),
  });
}

const ALL_ADDRESSES = Array.from({ length: HIGHEST_ADDRESS }, (_, index) => LOWEST_ADDRESS + index);

function lookForReply(bytes: Uint8Array, maxDataBytes: number): Look<ModbusReply> {
  const [address = 0, second, third = 0] = bytes;
  if (second === undefined) return { type: 'incomplete' };
  const functionCode = FUNCTIONS.find((code) => code === (second & ~EXCEPTION_FLAG));
  if (functionCode === undefined) return { type: 'noFrame' };
  if (bytes.length < HEAD_BYTES) return { type: 'incomplete' };
  const length = (second & EXCEPTION_FLAG) !== 0 ? EXCEPTION_BYTES : replyBytes(functionCode, third, maxDataBytes);
  if (length === undefined) return { type: 'refused', reason: 'length' };
  if (bytes.length < length) return { type: 'incomplete' };
  const frame = bytes.subarray(0, length);
  if (!crcHolds(frame)) return { type: 'refused', reason: 'checksum' };
  if (length === EXCEPTION_BYTES && (second & EXCEPTION_FLAG) !== 0) {
    return { type: 'frame', frame: { kind: 'exception', address, functionCode, code: third }, bytes: length };
  }
  return { type: 'frame', frame: replyOf(frame, address, functionCode), bytes: length };
}

const FUNCTIONS: readonly FunctionCode[] = Object.values(FUNCTION);

function replyBytes(functionCode: FunctionCode, count: number, maxDataBytes: number): number | undefined {
  if (functionCode === FUNCTION.writeCoil || functionCode === FUNCTION.writeCoils) return ECHO_BYTES;
  const odd = functionCode === FUNCTION.readRegisters && count % 2 !== 0;
  return count === 0 || count > maxDataBytes || odd ? undefined : HEAD_BYTES + count + CRC_BYTES;
}

function replyOf(frame: Uint8Array, address: number, functionCode: FunctionCode): ModbusReply {
  const word = (at: number): number => (frame[at] ?? 0) * 0x100 + (frame[at + 1] ?? 0);
  const data = frame.subarray(HEAD_BYTES, -CRC_BYTES);
  switch (functionCode) {
    case FUNCTION.readCoils:
    case FUNCTION.readInputs:
      return { kind: 'bits', address, functionCode, bits: bitsOf(data) };
    case FUNCTION.readRegisters: {
      const registers = Array.from({ length: data.length / 2 }, (_, index) => word(HEAD_BYTES + index * 2));
      return { kind: 'registers', address, functionCode, registers };
    }
    case FUNCTION.writeCoil:
      return { kind: 'coil', address, functionCode, coil: word(2), value: word(4) };
    case FUNCTION.writeCoils:
      return { kind: 'coils', address, functionCode, first: word(2), count: word(4) };
  }
}

/** The lowest bit of each byte is the first. */
function bitsOf(data: Uint8Array): boolean[] {
  return [...data].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1));
}
