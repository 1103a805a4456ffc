import type { UpsConfig } from '../../contract/device-config/ups.ts';
import type { DeviceHealth } from '../../contract/device-health.ts';
import type { UpsEvent, UpsStatus } from '../../contract/ups.ts';
import type { DriverDefinition } from '../device/driver.ts';
import { createNutUps } from './nut-ups.ts';
import { unknownStatus } from './status.ts';
import { createNutReport } from './wire-lines.ts';

type UpsCalls = { readonly status: () => Promise<UpsStatus> };

/** A UPS behind Network UPS Tools' `upsd`, over TCP. */
export const nutDefinition: DriverDefinition<UpsConfig, UpsCalls, UpsEvent> = {
  device: 'ups',
  driver: 'nut',
  start({ host, port, ups, pollIntervalMs }, { clock, log, wire, emit, report }) {
    report(toHealth(unknownStatus('starting')));
    const device = createNutUps({
      opener: wire({ kind: 'tcp', host, port }),
      ups,
      clock,
      log,
      pollIntervalMs,
      onStatus: () => undefined,
      onLook: (status) => report(toHealth(status)),
      onEvent: emit,
    });
    return { calls: { status: async () => device.status() }, stop: () => device.stop() };
  },
  describe: (tell) => createNutReport(tell),
};

type Report = Pick<DeviceHealth, 'state' | 'details' | 'reasons' | 'evidence'>;

/** `OL` alone is no reason for anything. */
const QUIET = new Set(['OL', 'CHRG']);

export function toHealth(status: UpsStatus): Report {
  const { device, ups, battery, charging, charge, reasons } = status;
  const evidence = `ups.status ${reasons.join(' ') || 'not known'}${charge === null ? '' : `, battery ${Math.round(charge)} %`}`;
  if (device !== 'online') return { state: device, details: {}, reasons, evidence };
  const details = {
    uninterruptiblePowerSupply: ups,
    batteryStatus: battery,
    batteryChargingStatus: charging,
    powerInStatus: status.power === 'battery' ? 'noPower' : status.power === 'mains' ? 'powering' : 'unknown',
  };
  return { state: device, details, reasons: reasons.filter((word) => !QUIET.has(word)), evidence };
}
