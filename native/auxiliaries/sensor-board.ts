import {
  type SensorEvent,
  type SensorName,
  type SensorStates,
  sensorStatesSchema,
} from '../../contract/auxiliaries.ts';
import type { SensorsConfig } from '../../contract/device-config/auxiliaries.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { ModbusFailure } from '../modbus/exchange.ts';
import type { ModbusMaster } from '../modbus/master.ts';
import { readCoils, readInputs } from '../modbus/requests.ts';
import { createDebounce } from './debounce.ts';
import { inputsOf, sensorStates } from './sensor-words.ts';

/** A board without sensors is asked for so many relays instead, to know that it is there. */
const SIGN_OF_LIFE_RELAYS = 1;

/** The inputs of the sensors. */
export interface SensorBoard {
  /** Reads them; the answer is a technician's line about what was read. */
  read(master: ModbusMaster): Promise<Result<string, ModbusFailure>>;
  states(): SensorStates;
  /** The board is lost or refuses: nobody knows. No event is told, for nothing is known to have happened. */
  forget(): void;
}

export function createSensorBoard(
  sensors: SensorsConfig,
  { address, clock, emit }: { readonly address: number; readonly clock: Clock; emit(event: SensorEvent): void },
): SensorBoard {
  const inputs = inputsOf(sensors);
  const debounce = createDebounce(inputs);
  const places = inputs.map(({ input }) => input);
  const first = Math.min(...places);
  const count = Math.max(...places) - first + 1;
  const told = new Map<SensorName, string>();
  const states = (): SensorStates => sensorStates(sensors, debounce.read);

  const tellChanges = (): void => {
    const now = states();
    for (const sensor of SENSORS) {
      const state = now[sensor];
      if (state === undefined || state === 'unknown' || told.get(sensor) === state) continue;
      told.set(sensor, state);
      emit({ type: 'sensor', sensor, state });
    }
  };

  return {
    async read(master) {
      if (inputs.length === 0) {
        const alive = await master.ask(readCoils(address, 0, SIGN_OF_LIFE_RELAYS));
        return alive.ok ? ok('relays answer') : alive;
      }
      const read = await master.ask(readInputs(address, first, count));
      if (!read.ok) return read;
      debounce.take((input) => read.value[input - first], clock.now());
      tellChanges();
      const bits = read.value.map((on) => (on ? '1' : '0')).join('');
      return ok(`inputs ${first}–${first + count - 1}: ${bits}`);
    },
    states,
    forget: debounce.forget,
  };
}

const SENSORS = sensorStatesSchema.keyof().options;
