import type { DeviceName } from '../../contract/device-status.ts';
import type { DriverContext, DriverDefinition, RunningDevice } from './driver.ts';

/** A driver as its process sees it: the settings were checked against the schema of its configuration before. */
export interface AnyDriver {
  readonly driver: string;
  start(settings: unknown, context: DriverContext<unknown>): RunningDevice<AnyCalls>;
  readonly describe: DriverDefinition<never, never, never>['describe'];
}
type AnyCalls = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

type Load = () => Promise<unknown>;

/** Every driver there is: device → `driver` of the configuration → where it is. Loaded only in the process that runs it. */
export const DRIVERS: Readonly<Record<DeviceName, Readonly<Record<string, Load>>>> = {
  idCard: {
    sdt: async () => (await import('../idcard/definition.ts')).sdtDefinition,
    'cvr-sum': async () => (await import('../idcard/definition.ts')).cvrSumDefinition,
  },
  socialCard: {
    pcsc: async () => (await import('../socialcard/definition.ts')).pcscDriver,
  },
  scanner: {
    'serial-line': async () => (await import('../scanner/definition.ts')).serialLineDefinition,
    'hid-pos': async () => (await import('../scanner/definition.ts')).hidPosDefinition,
    'hid-keyboard': async () => (await import('../scanner/definition.ts')).hidKeyboardDefinition,
  },
  receipt: {
    escpos: async () => (await import('../receipt/definition.ts')).escposDefinition,
  },
  document: {
    ipp: async () => (await import('../ipp/definition.ts')).ippDefinition,
  },
  locker: {
    'kr-8a': async () => (await import('../lockboard/definition.ts')).kr8aDefinition,
    wkly: async () => (await import('../lockboard/definition.ts')).wklyDefinition,
    cu12: async () => (await import('../lockboard/definition.ts')).cu12Definition,
    cu16: async () => (await import('../lockboard/definition.ts')).cu16Definition,
    cu48: async () => (await import('../lockboard/definition.ts')).cu48Definition,
    'modbus-relay': async () => (await import('../lockboard/definition.ts')).modbusRelayDefinition,
  },
  auxiliaries: {
    'modbus-io': async () => (await import('../auxiliaries/definition.ts')).modbusIoDefinition,
  },
  ups: {
    nut: async () => (await import('../ups/definition.ts')).nutDefinition,
  },
};

/** Throws when there is no such driver: the configuration was checked before. */
export async function loadDriver(device: DeviceName, driver: string): Promise<AnyDriver> {
  const load = DRIVERS[device][driver];
  if (!load) throw new Error(`no driver ${driver} for ${device}`);
  return (await load()) as AnyDriver;
}
