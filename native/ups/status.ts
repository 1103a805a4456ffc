import type { UpsStatus } from '../../contract/ups.ts';

/** Where the UPS does not name a level of its own (battery.charge.low). */
export const LOW_PERCENT = 20;
/** Batteries at rest are called full from here on; few ever say 100. */
const FULL_PERCENT = 95;

/** Words of `ups.status` by what they say (NUT developer guide; unknown ones are kept and shown). */
const ON_BATTERY = ['OB'];
const ON_MAINS = ['OL'];
const BATTERY_LOW = ['LB', 'FSD'];
const REPLACE_BATTERY = ['RB', 'NOBATT'];
/** It works between mains and machine: corrects the voltage, tests its battery, or passes the mains through. */
const ENGAGED = ['BOOST', 'TRIM', 'CAL', 'BYPASS', 'OVER'];

/**
 * Variables of a UPS → status. Pure.
 * @param recovering the mains failed, and the battery has not been full since
 */
export function toUpsStatus(variables: ReadonlyMap<string, string>, recovering: boolean): UpsStatus {
  const words = (variables.get('ups.status') ?? '').split(/\s+/).filter((word) => word !== '');
  const has = (wanted: readonly string[]): boolean => wanted.some((word) => words.includes(word));
  const power = has(ON_BATTERY) ? 'battery' : has(ON_MAINS) ? 'mains' : 'unknown';
  const charge = percentOf(variables.get('battery.charge'));
  const lowBelow = percentOf(variables.get('battery.charge.low')) ?? LOW_PERCENT;
  const low = has(BATTERY_LOW);
  const battery = batteryWord({ charge, lowBelow, low, failed: has(REPLACE_BATTERY), onBattery: power === 'battery' });
  const charging = has(['DISCHRG']) ? 'discharging' : has(['CHRG']) ? 'charging' : 'notCharging';
  return {
    device: 'online',
    power,
    ups: upsWord(power, low, has(ENGAGED), recovering && battery !== 'full'),
    battery,
    charging: words.length === 0 ? 'unknown' : charging,
    charge,
    runtimeSeconds: numberOf(variables.get('battery.runtime')),
    inputVolts: numberOf(variables.get('input.voltage')),
    reasons: words,
  };
}

function upsWord(power: UpsStatus['power'], low: boolean, engaged: boolean, recovering: boolean): UpsStatus['ups'] {
  if (power === 'unknown') return low ? 'low' : 'unknown';
  if (low) return 'low';
  if (power === 'battery') return 'powering';
  if (engaged) return 'engaged';
  return recovering ? 'recovered' : 'good';
}

interface Battery {
  readonly charge: number | null;
  readonly lowBelow: number;
  readonly low: boolean;
  readonly failed: boolean;
  readonly onBattery: boolean;
}

function batteryWord({ charge, lowBelow, low, failed, onBattery }: Battery): UpsStatus['battery'] {
  if (failed) return 'failure';
  if (low) return onBattery ? 'critical' : 'low';
  if (charge === null) return 'unknown';
  if (charge <= lowBelow) return 'low';
  return charge >= FULL_PERCENT ? 'full' : 'operational';
}

/** Decimal text → number; null for anything else: some drivers write `unknown` or nothing. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}

function percentOf(text: string | undefined): number | null {
  const value = numberOf(text);
  return value === null ? null : Math.min(100, value);
}

/** While nobody can know. */
export const unknownStatus = (device: UpsStatus['device'], reason?: string): UpsStatus => ({
  device,
  power: 'unknown',
  ups: 'unknown',
  battery: 'unknown',
  charging: 'unknown',
  charge: null,
  runtimeSeconds: null,
  inputVolts: null,
  reasons: reason === undefined ? [] : [reason],
});
