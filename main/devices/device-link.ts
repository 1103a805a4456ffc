import { isDeepStrictEqual } from 'node:util';
import type { DeviceHealth } from '../../contract/device-health.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import type { WireDirection } from '../../native/transport/wire-tap.ts';
import { createHealthRecord } from './health-record.ts';
import type { HostToCore } from './host-protocol.ts';
import type { StartHost } from './host-starter.ts';
import { createHostWatch } from './host-watch.ts';
import { type CallFailure, type CallLimits, createPendingCalls } from './pending-calls.ts';

/** One device, as the core holds it: its process, its calls, its health. */
export interface DeviceLink {
  readonly device: DeviceName;
  /** Starts its process; until then calls wait. */
  start(): void;
  health(): DeviceHealth;
  /** Asks the driver; never throws, and answers within `endMs`. Waits for a process that is being started. */
  call(method: string, args: readonly unknown[], limits: CallLimits): Promise<Result<unknown, CallFailure>>;
  stop(): Promise<void>;
}

export interface DeviceLinkParts {
  readonly device: DeviceName;
  readonly settings: { readonly driver: string };
  readonly assetsDir: string;
  readonly startHost: StartHost;
  readonly clock: Clock;
  readonly log: Log;
  readonly onEvent?: (event: unknown) => void;
  /** State, details or reasons are other than before. */
  readonly onHealth?: (health: DeviceHealth) => void;
  /** Each frame in words; only for a technician's watch. */
  readonly onSaid?: (direction: WireDirection, text: string) => void;
}

/** Holds one device; from `start` to `stop` its process is kept running. */
export function openDeviceLink(parts: DeviceLinkParts): DeviceLink {
  const { device, settings, assetsDir, startHost, clock, log, onEvent, onHealth, onSaid } = parts;
  const record = createHealthRecord(device, settings.driver, clock);
  const calls = createPendingCalls(clock);
  let logged: unknown;

  const take = (changed: boolean): void => {
    if (!changed) return;
    const health = record.now();
    // A card that comes and goes is a detail; it has events of its own.
    const written = { device, state: health.state, reasons: health.reasons };
    if (!isDeepStrictEqual(written, logged)) log('device-status', written);
    logged = written;
    onHealth?.(health);
  };
  const heard = (message: HostToCore): void => {
    switch (message.type) {
      case 'started':
        calls.open((call) => watch.current()?.send(call));
        break;
      case 'alive':
        record.count(message.metrics);
        if (message.health) take(record.take(message.health));
        break;
      case 'health':
        take(record.take(message.health));
        break;
      case 'event':
        onEvent?.(message.event);
        break;
      case 'log':
        log(message.event, message.fields);
        break;
      case 'said':
        onSaid?.(message.direction, message.text);
        break;
      case 'answer':
        calls.answered(message.id, message.value);
        break;
      case 'expired':
        calls.expired(message.id);
        break;
      case 'stopped':
        break;
    }
  };
  const watch = createHostWatch({
    startHost,
    clock,
    greeting: {
      type: 'start',
      device,
      driver: settings.driver,
      settings,
      assetsDir,
      watched: onSaid !== undefined,
    },
    onMessage: heard,
    onGone({ code, signal }, hung) {
      log('device-process-exit', { device, exitCode: code ?? undefined, signal: signal ?? undefined, hung });
      // First, so that a call which somebody makes at the news waits for the next process.
      calls.lost();
      take(record.lost(hung ? 'driverHung' : 'driverCrashed', `its process ended: ${signal ?? `code ${code}`}`));
    },
  });

  return {
    device,
    start: watch.start,
    health: record.now,
    call: calls.call,
    async stop() {
      await watch.stop();
      calls.end();
    },
  };
}
