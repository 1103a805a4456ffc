import { err, ok, type Result } from '../../contract/result.ts';

export type RecordFault = 'empty' | 'identifier' | 'length' | 'behind';

/**
 * Takes a record apart: identifier (1), length (1), value. The length must fit what came; behind the value only padding may
 * stand (00, FF). Never throws; the value is a copy and never longer than `maxBytes`.
 */
export function decodeRecord(
  record: Uint8Array,
  identifier: number,
  maxBytes: number,
): Result<Uint8Array, RecordFault> {
  const [found, length] = record;
  if (found === undefined || length === undefined) return err('empty');
  if (found !== identifier) return err('identifier');
  if (length > maxBytes || length > record.length - 2) return err('length');
  const behind = record.subarray(2 + length);
  if (!behind.every((byte) => byte === 0x00 || byte === 0xff)) return err('behind');
  return ok(record.slice(2, 2 + length));
}
