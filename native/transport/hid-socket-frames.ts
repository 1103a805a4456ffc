import { createStreamDecoder, type StreamDecoder } from './stream-decoder.ts';

/** A report on the local socket between a driver and a simulated HID device. */
export interface HidSocketFrame {
  readonly kind: HidReportKind;
  readonly report: Uint8Array;
}
export type HidReportKind = 'input' | 'output' | 'feature';

/** The kind byte of the USB HID class (7.2.1 Get_Report). */
const KIND_BYTES = { input: 1, output: 2, feature: 3 } as const satisfies Record<HidReportKind, number>;
/** Of a report with its id: more than any scanner or reader has. */
export const LONGEST_HID_REPORT_BYTES = 1024;
const HEADER_BYTES = 3;

/** Kind, length in two bytes (high one first), report. Throws a RangeError for a report that is too long: a bug. */
export function encodeHidSocketFrame({ kind, report }: HidSocketFrame): Uint8Array {
  if (report.length > LONGEST_HID_REPORT_BYTES) throw new RangeError(`a report of ${report.length} bytes`);
  return Uint8Array.of(KIND_BYTES[kind], report.length >> 8, report.length & 0xff, ...report);
}

export function createHidSocketDecoder(): StreamDecoder<HidSocketFrame> {
  return createStreamDecoder<HidSocketFrame>({
    starts: Object.values(KIND_BYTES),
    maxBytes: HEADER_BYTES + LONGEST_HID_REPORT_BYTES,
    look(bytes) {
      const kind = kindOf(bytes[0]);
      if (kind === undefined) return { type: 'noFrame' };
      if (bytes.length < HEADER_BYTES) return { type: 'incomplete' };
      const length = ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
      if (length > LONGEST_HID_REPORT_BYTES) return { type: 'refused', reason: 'length' };
      const whole = HEADER_BYTES + length;
      if (bytes.length < whole) return { type: 'incomplete' };
      return {
        type: 'frame',
        frame: { kind, report: Uint8Array.from(bytes.subarray(HEADER_BYTES, whole)) },
        bytes: whole,
      };
    },
  });
}

function kindOf(byte: number | undefined): HidReportKind | undefined {
  switch (byte) {
    case KIND_BYTES.input:
      return 'input';
    case KIND_BYTES.output:
      return 'output';
    case KIND_BYTES.feature:
      return 'feature';
    default:
      return undefined;
  }
}
