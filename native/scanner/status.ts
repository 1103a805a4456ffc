import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceState } from '../../contract/device-status.ts';

/** XFS4IoT BarcodeReader.Status `scanner`. */
export type ScannerWord = 'on' | 'off' | 'inoperative' | 'unknown';

export interface ScannerHealth {
  readonly state: DeviceState;
  readonly scanner: ScannerWord;
  readonly reasons?: readonly string[];
  readonly evidence: string;
}

/** Told on every occasion: only changes travel. While the device is away nobody knows whether its light is on. */
export const scannerReport = ({ state, scanner, reasons = [], evidence }: ScannerHealth): HealthReport => ({
  state,
  details: { scanner: state === 'online' ? scanner : state === 'hardwareError' ? 'inoperative' : 'unknown' },
  reasons: [...reasons],
  evidence,
});
