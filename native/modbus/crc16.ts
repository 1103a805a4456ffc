const POLYNOMIAL = 0xa001;
export const CRC_BYTES = 2;

/** CRC-16/Modbus: reflected polynomial 8005, start FFFF. On the wire its low byte comes first. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ POLYNOMIAL : crc >> 1;
  }
  return crc;
}

/** The frame of these bytes: they and their check. */
export function withCrc(body: readonly number[]): Uint8Array {
  const crc = crc16(Uint8Array.from(body));
  return Uint8Array.of(...body, crc & 0xff, crc >> 8);
}

/** Whether the last two bytes are the check of those before. */
export function crcHolds(frame: Uint8Array): boolean {
  const at = frame.length - CRC_BYTES;
  return at >= 0 && crc16(frame.subarray(0, at)) === (frame[at] ?? 0) + (frame[at + 1] ?? 0) * 0x100;
}
