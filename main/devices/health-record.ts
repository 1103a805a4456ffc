import { isDeepStrictEqual } from 'node:util';
import {
  type DeviceHealth,
  type DeviceMetrics,
  type HealthReport,
  LATENCY_BOUNDS_MS,
} from '../../contract/device-health.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { Clock } from '../../native/clock.ts';

const NO_METRICS: DeviceMetrics = {
  exchanges: 0,
  unanswered: 0,
  retries: 0,
  discardedBytes: 0,
  latency: new Array<number>(LATENCY_BOUNDS_MS.length + 1).fill(0),
};

const added = (one: DeviceMetrics, other: DeviceMetrics): DeviceMetrics => ({
  exchanges: one.exchanges + other.exchanges,
  unanswered: one.unanswered + other.unanswered,
  retries: one.retries + other.retries,
  discardedBytes: one.discardedBytes + other.discardedBytes,
  latency: one.latency.map((count, index) => count + (other.latency[index] ?? 0)),
});

/** How one device has been since the core started: its state, since when, by what that is known, and its numbers. */
export interface HealthRecord {
  now(): DeviceHealth;
  /** Answers whether state, details or reasons are other than before: only then is anybody told. */
  take(report: HealthReport): boolean;
  count(metrics: DeviceMetrics): void;
  /** Its process ended; what it counted is kept, what it knew is not. Answers as `take`. */
  lost(reason: 'driverCrashed' | 'driverHung', evidence: string): boolean;
}

export function createHealthRecord(device: DeviceName, driver: string, clock: Clock): HealthRecord {
  const begin = clock.date().toISOString();
  let report: HealthReport = { state: 'starting', details: {}, reasons: [], evidence: 'its process starts' };
  let since = begin;
  let evidenceAt = begin;
  let before = NO_METRICS;
  let current = NO_METRICS;
  let processRestarts = 0;

  const take = (next: HealthReport): boolean => {
    const at = clock.date().toISOString();
    if (next.state !== report.state) since = at;
    evidenceAt = at;
    const { evidence: _old, ...was } = report;
    const { evidence: _new, ...is } = next;
    report = next;
    return !isDeepStrictEqual(was, is);
  };
  return {
    now: () => ({ device, driver, ...report, since, evidenceAt, metrics: added(before, current), processRestarts }),
    take,
    count(metrics) {
      current = metrics;
    },
    lost(reason, evidence) {
      before = added(before, current);
      current = NO_METRICS;
      processRestarts += 1;
      return take({ state: 'offline', details: {}, reasons: [reason], evidence });
    },
  };
}
