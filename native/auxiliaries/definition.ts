import type { LightName, LightState, SensorEvent, SensorStates } from '../../contract/auxiliaries.ts';
import type { AuxiliariesConfig } from '../../contract/device-config/auxiliaries.ts';
import type { Result } from '../../contract/result.ts';
import type { DriverDefinition } from '../device/driver.ts';
import { createModbusReport } from '../modbus/words.ts';
import type { AuxiliariesFailure } from './auxiliaries.ts';
import { createModbusIo } from './modbus-io.ts';

/** `Auxiliaries` as calls with plain data. */
export type AuxiliariesCalls = {
  readonly setLight: (light: LightName, state: LightState) => Promise<Result<void, AuxiliariesFailure>>;
  readonly sensors: () => Promise<Result<SensorStates, AuxiliariesFailure>>;
};

export const modbusIoDefinition: DriverDefinition<AuxiliariesConfig, AuxiliariesCalls, SensorEvent> = {
  device: 'auxiliaries',
  driver: 'modbus-io',
  start({ transport, ...settings }, { clock, log, wire, emit, report }) {
    const auxiliaries = createModbusIo({ ...settings, opener: wire(transport), clock, log, emit, report });
    const { setLight, sensors, stop } = auxiliaries;
    return { calls: { setLight, sensors }, stop };
  },
  describe: createModbusReport,
};
