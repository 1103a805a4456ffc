import type { SensorStates } from '../../contract/auxiliaries.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceState } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { ModbusFailure } from '../modbus/exchange.ts';
import { REPLY_LIMIT_MS } from '../modbus/limits.ts';
import type { WireFailure } from '../transport/wire.ts';

/** What is said of the board. */
export interface IoHealth {
  /** It answers; what it refuses, by its own words, is a fault of it or of its configuration. */
  answers(refused: readonly ModbusFailure[], evidence: string): void;
  lost(reason: WireFailure | ModbusFailure): void;
  isOffline(): boolean;
}

export interface IoHealthSettings {
  readonly log: Log;
  readonly report: (health: HealthReport) => void;
  readonly sensors: () => SensorStates;
}

export function createIoHealth({ log, report, sensors }: IoHealthSettings): IoHealth {
  let device: DeviceState = 'starting';

  const publish = (state: DeviceState, reasons: readonly string[], evidence: string): void => {
    if (state !== device) {
      if (state === 'online') log('device-online', { device: 'auxiliaries' });
      else log('device-offline', { device: 'auxiliaries', code: state === 'offline' ? 'auxiliaries.offline' : state });
    }
    device = state;
    report({ state, details: wordsOf(sensors()), reasons: [...reasons], evidence });
  };
  return {
    answers: (refused, evidence) =>
      publish(refused.length === 0 ? 'online' : 'hardwareError', [...new Set(refused)], evidence),
    lost: (reason) =>
      publish('offline', [reason], reason === 'noReply' ? `no reply within ${REPLY_LIMIT_MS} ms` : `wire: ${reason}`),
    isOffline: () => device === 'offline',
  };
}

const wordsOf = (states: SensorStates): Record<string, string> =>
  Object.fromEntries(Object.entries(states).flatMap(([sensor, word]) => (word === undefined ? [] : [[sensor, word]])));
