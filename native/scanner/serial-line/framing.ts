import type { SerialLineConfig } from '../../../contract/device-config/scanner.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { ScanRefusal } from '../scanner.ts';

export type FramingSettings = Pick<SerialLineConfig, 'terminator' | 'prefix' | 'suffix'>;

const CR = 0x0d;
const LF = 0x0a;
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** The sequences that end a code on the wire; without a terminator the suffix does, and without both only silence. */
export function endsOf({ terminator, suffix }: FramingSettings): Uint8Array[] {
  switch (terminator) {
    case 'any':
      return [Uint8Array.of(CR), Uint8Array.of(LF)];
    case 'cr':
      return [Uint8Array.of(CR)];
    case 'lf':
      return [Uint8Array.of(LF)];
    case 'crlf':
      return [Uint8Array.of(CR, LF)];
    case 'none':
      return suffix === '' ? [] : [fromHex(suffix)];
  }
}

/** A line without its end → the bytes of the code's text. */
export function unframe(line: Uint8Array, settings: FramingSettings): Result<Uint8Array, ScanRefusal> {
  const prefix = fromHex(settings.prefix);
  const suffix = fromHex(settings.terminator === 'none' ? '' : settings.suffix);
  const behind = line.length - suffix.length;
  const framed =
    behind >= prefix.length &&
    prefix.every((byte, at) => line[at] === byte) &&
    suffix.every((byte, at) => line[behind + at] === byte);
  return framed ? ok(line.slice(prefix.length, behind)) : err('notFramed');
}
