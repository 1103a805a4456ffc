import { crc16 } from '../../modbus/crc16.ts';

/**
 * What no question to an unknown device may hold, anywhere in it and whatever its check: the beginnings of frames that open,
 * switch, print, feed, light, store or start anew, in every family. Written as patterns of bytes; `null` is any byte.
 */
type Pattern = readonly (number | null | readonly number[])[];

const text = (words: string): Pattern => [...Buffer.from(words, 'latin1')];

const FORBIDDEN: Readonly<Record<string, readonly Pattern[]>> = {
  // Line feed to carriage return print what is in the line; CAN, ESC, FS and GS begin commands, or end pages.
  'ESC/POS': [[[0x0a, 0x0b, 0x0c, 0x0d, 0x18, 0x1b, 0x1c, 0x1d]], [0x10, [0x05, 0x14]]],
  'kr-8a': [
    [0x8a, null, null, 0x11],
    [0x90, null, null, null, null],
    [[0x9a, 0x9b], null, null, 0x11],
    [0x9d, null, null, 0x10],
  ],
  wkly: [[0x4b, 0x4c, 0x59, null, null, [0x80, 0x81, 0x82, 0x86, 0x87, 0x88, 0x89]]],
  cu16: [[0x02, null, [0x31, 0x33], 0x03]],
  cu12: [[0x02, null, null, [0x81, 0x82, 0x83, 0x84, 0x85, 0x8e], null, null, 0x03]],
  cu48: [[0x02, null, null, 0x51, 0x03]],
  // Everything but self-check and SAM-ID.
  sdt: [[0xaa, 0x96, 0x69, null, null, [0x00, 0x10, 0x20, 0x30]]],
  newland: [text('SCNTRG'), text('FACDEF'), text('REBOOT'), text('0000@')],
  'newland-short': [[0x01, [0x50, 0x54], 0x04]],
  honeywell: [[0x16, [0x4d, 0x54, 0x55, 0x07]]],
  'YT locker': [text('YT+')],
};

/** The family whose device could do something on these bytes; undefined: none could. */
export function harmedBy(bytes: Uint8Array): string | undefined {
  for (const [family, patterns] of Object.entries(FORBIDDEN)) {
    if (patterns.some((pattern) => holds(bytes, pattern))) return family;
  }
  return holdsModbusWrite(bytes) ? 'modbus' : undefined;
}

export const isHarmless = (bytes: Uint8Array): boolean => harmedBy(bytes) === undefined;

const holds = (bytes: Uint8Array, pattern: Pattern): boolean =>
  bytes.some((_, at) =>
    pattern.every((wanted, index) => {
      const byte = bytes[at + index];
      if (byte === undefined || wanted === null) return byte !== undefined;
      return typeof wanted === 'number' ? wanted === byte : wanted.includes(byte);
    }),
  );

/** Functions that only read: coils, inputs, registers. Any other with a right check, at any address, could write. */
const READING = [0x01, 0x02, 0x03, 0x04];
const SHORTEST_FRAME_BYTES = 4;

function holdsModbusWrite(bytes: Uint8Array): boolean {
  for (let from = 0; from < bytes.length; from += 1) {
    for (let end = from + SHORTEST_FRAME_BYTES; end <= bytes.length; end += 1) {
      const frame = bytes.subarray(from, end);
      const crc = crc16(frame.subarray(0, -2));
      const checked = frame.at(-2) === (crc & 0xff) && frame.at(-1) === crc >> 8;
      if (checked && !READING.includes(frame[1] ?? 0)) return true;
    }
  }
  return false;
}
