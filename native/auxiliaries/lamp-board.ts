import { err, ok, type Result } from '../../contract/result.ts';
import { isUnanswered, type ModbusFailure } from '../modbus/exchange.ts';
import type { ModbusMaster } from '../modbus/master.ts';
import { COIL_OFF, COIL_ON, readCoils } from '../modbus/requests.ts';
import { coilWrites } from './coil-writes.ts';
import { type CoilImage, coilImage, type LampPlan, lampCoils, type WantedLights } from './lamps.ts';

/** The relays of the lamps, as far as the board said what they are. */
export interface LampBoard {
  /** Brings them to what they are to be now. What the board refuses keeps no other lamp dark. */
  write(master: ModbusMaster, wanted: WantedLights, nowMs: number): Promise<Result<void, ModbusFailure>>;
  /**
   * Asks what they are: a board whose supply failed for a moment has forgotten them, and its echo of a write proves little on a
   * line that hears itself. What differs is written again.
   */
  check(master: ModbusMaster): Promise<Result<void, ModbusFailure>>;
  /** All off, whatever they are. */
  putOut(master: ModbusMaster): Promise<void>;
  /** Another wire, or a board that may have been without power: nothing is known. */
  forget(): void;
}

export function createLampBoard(plan: LampPlan, address: number): LampBoard {
  const coils = lampCoils(plan.lights);
  const [first, last] = [coils[0], coils.at(-1)];
  const known = new Map<number, number>();

  const bring = async (master: ModbusMaster, image: CoilImage): Promise<Result<void, ModbusFailure>> => {
    let refused: ModbusFailure | undefined;
    for (const { request, sets } of coilWrites(address, known, image)) {
      for (const coil of sets.keys()) known.delete(coil);
      const taken = await master.ask(request);
      if (taken.ok) for (const [coil, value] of sets) known.set(coil, value);
      else if (isUnanswered(taken.error)) return taken;
      else refused = taken.error;
    }
    return refused === undefined ? ok(undefined) : err(refused);
  };

  return {
    write: (master, wanted, nowMs) => bring(master, coilImage(plan, wanted, nowMs)),
    async check(master) {
      if (first === undefined || last === undefined) return ok(undefined);
      const read = await master.ask(readCoils(address, first, last - first + 1));
      if (!read.ok) return isUnanswered(read.error) ? read : ok(undefined);
      for (const [coil, value] of known) {
        const says = read.value[coil - first] ? COIL_ON : COIL_OFF;
        // What a relay says in the middle of a rhythm is not told by any source.
        if ((value === COIL_ON || value === COIL_OFF) && says !== value) known.delete(coil);
      }
      return ok(undefined);
    },
    async putOut(master) {
      known.clear();
      await bring(master, coilImage(plan, new Map(), 0));
    },
    forget: () => known.clear(),
  };
}
