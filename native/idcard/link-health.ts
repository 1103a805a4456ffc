import type { HealthReport } from '../../contract/device-health.ts';
import type { WireFailure } from '../transport/wire.ts';
import type { SdtFailure } from './driver.ts';

/** What the link to the module says of it; what lies on the reader is not its business. */
export type LinkHealth = Omit<HealthReport, 'details'>;

export const STARTING: LinkHealth = { state: 'starting', reasons: [], evidence: 'not asked so far' };
export const ONLINE: LinkHealth = { state: 'online', reasons: [], evidence: 'self-check answered in order' };

export function openFailed(failure: WireFailure): LinkHealth {
  return { state: 'offline', reasons: [failure], evidence: `open: ${failure}` };
}

/** Why the wire was given up; a module that reports a fault of its own is there, and broken. */
export function whyLost(failure: SdtFailure): LinkHealth {
  if (failure.kind === 'exchange') {
    return { state: 'offline', reasons: [failure.reason], evidence: `exchange: ${failure.reason}` };
  }
  const { byte, status } = failure;
  const evidence = `SW3 ${byte.toString(16).toUpperCase().padStart(2, '0')}: ${status.name}`;
  return { state: status.handling === 'deviceFault' ? 'hardwareError' : 'offline', reasons: [status.name], evidence };
}
