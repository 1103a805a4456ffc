import { expect, it } from 'vitest';
import type { WireDirection } from '../transport/wire-tap.ts';
import { createModbusReport } from './words.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

it.each([
  ['toDevice', '01 05 00 00 FF 00 8C 3A', 'to 1: coil 0 on'],
  ['toDevice', '01 05 00 00 00 00 CD CA', 'to 1: coil 0 off'],
  ['toDevice', '01 05 00 FF FF 00 BC 0A', 'to 1: all coils on'],
  ['toDevice', '01 05 02 00 00 07 8D B0', 'to 1: pulse coil 0 for 700 ms'],
  ['toDevice', '01 0F 00 00 00 08 01 FF BE D5', 'to 1: coils 0–7 to 11111111'],
  ['toDevice', '01 01 00 00 00 08 3D CC', 'to 1: read coils 0–7'],
  ['toDevice', '01 02 00 00 00 08 79 CC', 'to 1: read inputs 0–7'],
  ['toDevice', '00 03 40 00 00 01 90 1B', 'to 0: read registers 16384–16384'],
  ['toDevice', '01 02 00 00', '(4 bytes, wrong checksum)'],
  ['fromDevice', '01 02 01 05 61 8B', '1: inputs 10100000'],
  ['fromDevice', '01 05 02 00 00 07 8D B0', '1: took pulse coil 0 for 700 ms'],
  ['fromDevice', '01 82 02 C1 61', '1: illegalDataAddress (2) to function 2'],
  ['fromDevice', 'FF FF', '(2 bytes discarded)'],
] as const)('%s %s is told as: %s', (direction, bytes, text) => {
  const told: [WireDirection, string][] = [];
  createModbusReport((...line) => told.push(line))(direction, hex(bytes));
  expect(told).toEqual([[direction, text]]);
});
