import type { SimulatedHidPort } from '../../transport/hid-socket-port.ts';
import type { ScannerHand } from './scanner-hand.ts';

export interface HidPosScannerSettings {
  readonly port: SimulatedHidPort;
  /** Honeywell: says nothing before feature report FE 01, and reads only while triggered. */
  readonly commands: 'none' | 'honeywell';
  /** Default `]Q1`, a QR code. */
  readonly aim?: string;
  /** Some devices put everything one byte later. */
  readonly shifted?: boolean;
}

export interface SimulatedHidPosScanner extends ScannerHand {
  lit(): boolean;
  beeps(): number;
}

/** The tables of the HID point-of-sale pages: bytes of a code in one report. */
const MOST_DATA = 56;
const REPORT_BYTES = 64;

/** A scanner that sends its codes as reports of 64 bytes. Written from the usage tables, not from the driver. */
export function createHidPosScanner(settings: HidPosScannerSettings): SimulatedHidPosScanner {
  const { port, commands, aim = ']Q1', shifted = false } = settings;
  const perReport = shifted ? MOST_DATA - 1 : MOST_DATA;
  let silent = false;
  let speaksPos = commands === 'none';
  let switched = false;
  let beeps = 0;

  const lit = (): boolean => speaksPos && (commands === 'none' || switched);
  port.onOpened(() => {
    if (commands === 'honeywell') speaksPos = false;
  });
  port.onReport((kind, report) => {
    if (silent || commands === 'none') return;
    const said = Buffer.from(report).toString('hex');
    if (kind === 'feature' && said === 'fe01') speaksPos = true;
    else if (kind === 'output' && said.startsWith('fd0316540d')) switched = true;
    else if (kind === 'output' && said.startsWith('fd0316550d')) switched = false;
    else if (kind === 'output' && said.startsWith('fd0316070d')) beeps += 1;
  });
  const reportOf = (data: Uint8Array, last: boolean): Uint8Array => {
    const report = Buffer.alloc(REPORT_BYTES);
    const at = shifted ? 3 : 2;
    report[0] = 0x02;
    report[1] = data.length;
    report.write(aim, at, 'latin1');
    report.set(data, at + 3);
    report[61] = 0x73;
    report[63] = last ? 0 : 1;
    return Uint8Array.from(report);
  };
  return {
    scan(content) {
      if (!lit() || silent) return false;
      switched = false;
      for (let at = 0; at === 0 || at < content.length; at += perReport) {
        port.sendReport(reportOf(content.subarray(at, at + perReport), at + perReport >= content.length));
      }
      return true;
    },
    noise(bytes) {
      if (!silent) port.sendReport(bytes);
    },
    setSilent(on) {
      silent = on;
      switched = false;
    },
    lit,
    beeps: () => beeps,
  };
}
