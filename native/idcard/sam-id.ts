/**
 * Text form of the 16 bytes that name a SAM module: u16, u16, u32, u32, u32, all little-endian, as
 * `aa.bb-cccccccc-dddddddddd-eeeeeeeeee`.
 */
export function samIdText(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError(`a SAM-ID has 16 bytes, not ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const a = digits(view.getUint16(0, true), 2);
  const b = digits(view.getUint16(2, true), 2);
  const c = digits(view.getUint32(4, true), 8);
  return `${a}.${b}-${c}-${digits(view.getUint32(8, true), 10)}-${digits(view.getUint32(12, true), 10)}`;
}
