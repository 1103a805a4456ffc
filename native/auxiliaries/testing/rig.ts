import { expect } from 'vitest';
import type { SensorEvent } from '../../../contract/auxiliaries.ts';
import { auxiliariesConfigSchema } from '../../../contract/device-config/auxiliaries.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { LogEventId } from '../../../contract/log-events.ts';
import { systemClock } from '../../clock.ts';
import { type FaultyPort, faultyPort } from '../../simulation/faulty-port.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { serialPortOpener } from '../../transport/serial-port.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { RunningAuxiliaries } from '../auxiliaries.ts';
import { createModbusIo } from '../modbus-io.ts';
import { createSimulatedIoBoard, SIMULATED_WIRING, type SimulatedIoBoard } from '../simulator/io-board.ts';

export interface AuxiliariesRig {
  readonly auxiliaries: RunningAuxiliaries;
  readonly board: SimulatedIoBoard;
  readonly port: FaultyPort;
  /** `proximitySensor present`, in order. */
  readonly events: readonly string[];
  readonly logged: readonly LogEventId[];
  /** How the lights of the board were, each time one changed. */
  readonly shown: readonly string[];
  health(): HealthReport | undefined;
  /** Resolves when the device is in this state. */
  is(state: string, limitMs?: number): Promise<void>;
}

/** A driver and a simulated board at the two ends of one wire; on a pseudo-terminal where `port` is one. */
export function startAuxiliariesRig(more: object = {}, pseudoTerminal?: SimulatedPort): AuxiliariesRig {
  const memory = createMemoryWire();
  const port = faultyPort(pseudoTerminal ?? memory.port, { clock: systemClock });
  const shown: string[] = [];
  const board = createSimulatedIoBoard({
    port,
    clock: systemClock,
    address: 1,
    flashes: true,
    onLights: (lights) => shown.push(lights.join(', ')),
  });
  const { driver, transport, ...settings } = auxiliariesConfigSchema.parse({
    driver: 'modbus-io',
    transport: { kind: 'serial', path: port.path, baudRate: 9600 },
    pollIntervalMs: 50,
    ...SIMULATED_WIRING,
    ...more,
  });
  const events: string[] = [];
  const logged: LogEventId[] = [];
  let health: HealthReport | undefined;
  const auxiliaries = createModbusIo({
    ...settings,
    opener: pseudoTerminal ? serialPortOpener({ path: port.path, baudRate: 9600, writeLimitMs: 500 }) : memory.opener,
    clock: systemClock,
    log: (id) => logged.push(id),
    emit: (event: SensorEvent) => events.push(`${event.sensor} ${event.state}`),
    report: (said) => {
      health = said;
    },
  });
  return {
    auxiliaries,
    board,
    port,
    events,
    logged,
    shown,
    health: () => health,
    is: (state, limitMs = 5_000) => expect.poll(() => health?.state, { timeout: limitMs }).toBe(state),
  };
}
