import type { LockerConfig } from '../../contract/device-config/locker.ts';
import { sharedNowMs } from '../clock.ts';
import type { DriverContext, DriverDefinition, RunningDevice } from '../device/driver.ts';
import { createModbusReport } from '../modbus/words.ts';
import type { BoardProtocol } from './board-protocol.ts';
import { createLockboard } from './create-lockboard.ts';
import { COMMANDS as CU12_COMMANDS } from './cu12/frames.ts';
import { cu12Protocol } from './cu12/protocol.ts';
import { COMMANDS as CU16_COMMANDS } from './cu16/frames.ts';
import { cu16Protocol } from './cu16/protocol.ts';
import { COMMANDS as CU48_COMMANDS } from './cu48/frames.ts';
import { cu48Protocol } from './cu48/protocol.ts';
import { kerongReport } from './kerong-words.ts';
import { kr8aProtocol } from './kr-8a/protocol.ts';
import { kr8aReport } from './kr-8a/words.ts';
import type { Lockboard, LockerEvent } from './lockboard.ts';
import { modbusRelayProtocol } from './modbus-relay/protocol.ts';
import { wklyProtocol } from './wkly/protocol.ts';
import { wklyReport } from './wkly/words.ts';

/**
 * `Lockboard` as calls between processes. A call may have waited for this process to start or to wake up, so the last moment for
 * an unlock frame comes as a time on the clock that all processes share: a span would begin anew here, and a door open late.
 */
export type LockerCalls = Pick<Lockboard, 'states'> & {
  readonly aim: (cell: number) => Promise<void>;
  readonly open: (cell: number, notAfterSharedMs: number) => ReturnType<Lockboard['open']>;
};
type Settings<Driver extends LockerConfig['driver']> = Extract<LockerConfig, { driver: Driver }>;
type LockerDefinition<Driver extends LockerConfig['driver']> = DriverDefinition<
  Settings<Driver>,
  LockerCalls,
  LockerEvent
>;

/** 485 锁控板 with frames that begin with 8A and 80. */
export const kr8aDefinition = lockerDefinition('kr-8a', kr8aProtocol, kr8aReport);

/** Boards with frames that begin with "WKLY". */
export const wklyDefinition = lockerDefinition('wkly', () => wklyProtocol, wklyReport);

/** Kerong CU16 and KU16. */
export const cu16Definition = lockerDefinition(
  'cu16',
  () => cu16Protocol,
  kerongReport(cu16Protocol, 2, CU16_COMMANDS),
);

/** Kerong CU12. */
export const cu12Definition = lockerDefinition(
  'cu12',
  () => cu12Protocol,
  kerongReport(cu12Protocol, 3, CU12_COMMANDS),
);

/** Kerong CU48. */
export const cu48Definition = lockerDefinition(
  'cu48',
  () => cu48Protocol,
  kerongReport(cu48Protocol, 3, CU48_COMMANDS),
);

/** Modbus relays with inputs, one of each to a lock. */
export const modbusRelayDefinition = lockerDefinition('modbus-relay', modbusRelayProtocol, createModbusReport);

function lockerDefinition<Driver extends LockerConfig['driver']>(
  driver: Driver,
  protocolOf: (settings: Settings<Driver>) => BoardProtocol,
  describe: NonNullable<LockerDefinition<Driver>['describe']>,
): LockerDefinition<Driver> {
  return {
    device: 'locker',
    driver,
    start: (settings, context) => startLocker(settings, protocolOf(settings), context),
    describe,
  };
}

function startLocker(
  settings: LockerConfig,
  protocol: BoardProtocol,
  { clock, log, wire, emit, report }: DriverContext<LockerEvent>,
): RunningDevice<LockerCalls> {
  const { transport, boards, closedIs, inverted, pollIntervalMs, gapMs } = settings;
  const { open, states, aim, stop } = createLockboard({
    opener: wire(transport),
    clock,
    log,
    protocol: { ...protocol, gapMs: gapMs ?? protocol.gapMs },
    boards,
    closedIs,
    inverted,
    itemSensors: 'itemSensors' in settings && settings.itemSensors,
    pollIntervalMs,
    emit,
    report,
  });
  return {
    calls: {
      open: (cell, notAfterSharedMs) => open(cell, notAfterSharedMs - sharedNowMs()),
      states,
      // A line behind a converter can stall and deliver later: there the look directly before the pulse is not spared.
      async aim(cell) {
        if (transport.kind === 'serial') aim(cell);
      },
    },
    stop,
  };
}
