import { err, ok, type Result } from '../../../contract/result.ts';

/** HID point-of-sale usage tables: usage page 8C, usage 02 (bar code scanner). */
const SCANNED_DATA_REPORT = 0x02;
const REPORT_BYTES = 64;
/** Places in the report behind its id. */
const PLACE = { length: 0, aim: 1, data: 4, dataEnd: 60, vendorSymbology: 60, continued: 62 } as const;
const AIM_BYTES = 3;
const AIM_FLAG = 0x5d;

/** One report: a code, or a part of one. */
export interface ScannedPart {
  /** AIM identifier, such as `]Q1`; undefined: the device tells none. */
  readonly symbology: string | undefined;
  readonly data: Uint8Array;
  /** More of the same code follows. */
  readonly continued: boolean;
}

/** Honeywell's own letter for the symbology, for devices that leave the AIM identifier out. */
const HONEYWELL_SYMBOLOGIES: Readonly<Record<number, string>> = { 115: ']Q1', 106: ']C0', 100: ']E0', 114: ']L0' };

export type PartFault = 'otherReport' | 'length';

/** An input report with its id in front → the part of a code in it. */
export function decodePosReport(report: Uint8Array): Result<ScannedPart, PartFault> {
  if (report[0] !== SCANNED_DATA_REPORT) return err('otherReport');
  if (report.length !== REPORT_BYTES) return err('length');
  const body = report.subarray(1);
  // Some devices begin one byte late.
  const shift = body[PLACE.aim] !== AIM_FLAG && body[PLACE.aim + 1] === AIM_FLAG ? 1 : 0;
  const from = PLACE.data + shift;
  const length = body[PLACE.length] ?? 0;
  if (from + length > PLACE.dataEnd) return err('length');
  const aim = String.fromCharCode(...body.subarray(PLACE.aim + shift, PLACE.aim + shift + AIM_BYTES));
  return ok({
    symbology: /^\][A-Za-z][0-9A-Za-z]$/.test(aim) ? aim : HONEYWELL_SYMBOLOGIES[body[PLACE.vendorSymbology] ?? 0],
    data: body.slice(from, from + length),
    continued: body[PLACE.continued] !== 0,
  });
}

/** Feature report FE: Honeywell and Youjie leave the keyboard's manners and speak HID-POS. */
export const ENTER_POS_FEATURE = Uint8Array.of(0xfe, 0x01);

/**
 * Output report FD: length, then a command as on the serial line. Sent as short as it is; a device whose descriptor wants
 * all 63 bytes would need them filled up with zeros [inf].
 */
const command = (letter: number): Uint8Array => Uint8Array.of(0xfd, 0x03, 0x16, letter, 0x0d);
export const POS_TRIGGER_ON = command(0x54);
export const POS_TRIGGER_OFF = command(0x55);
export const POS_BEEP = command(0x07);
