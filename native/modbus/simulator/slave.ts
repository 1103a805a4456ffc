import type { Clock } from '../../clock.ts';

/** What a relay is doing; the rates are those of towers that flash by themselves. */
export type RelayState = 'off' | 'on' | 'flash2Hz' | 'flash1Hz' | 'flashHalfHz';

export interface SimulatedSlaveSettings {
  readonly clock: Clock;
  readonly address: number;
  readonly relays: number;
  readonly inputs: number;
  /** Whether relays take F000, F100 and F200; otherwise these are refused as a wrong value. */
  readonly flashes?: boolean;
  /** `forMs`: the board itself opens the relay again after so long. */
  readonly onRelay?: (channel: number, state: RelayState, forMs?: number) => void;
  /** What an input says when it is asked for; without it, what `setInput` said. */
  readonly readInput?: (channel: number) => boolean;
}

/** A relay and input board, without its line. */
export interface SimulatedSlave {
  readonly address: number;
  relays(): readonly RelayState[];
  inputs(): readonly boolean[];
  setInput(channel: number, on: boolean): void;
  /** Answers this exception to everything, until undefined. */
  setFault(code: number | undefined): void;
  /** As when its supply failed and came back: relays open, pulses forgotten. */
  losePower(): void;
  /** What it does with a request and says to it: function and data without address and check. */
  answer(functionCode: number, body: Uint8Array): readonly number[];
}

const VALUES: Readonly<Record<number, RelayState>> = { 65280: 'on', 0: 'off' };
const FLASHES: Readonly<Record<number, RelayState>> = { 61440: 'flash2Hz', 61696: 'flash1Hz', 61952: 'flashHalfHz' };
const ADDRESS_REGISTER = 0x4000;

export function createSimulatedSlave(settings: SimulatedSlaveSettings): SimulatedSlave {
  const { clock, address, flashes = false, onRelay, readInput } = settings;
  const relays = new Array<RelayState>(settings.relays).fill('off');
  const inputs = new Array<boolean>(settings.inputs).fill(false);
  const stopPulse: ((() => void) | undefined)[] = [];
  let fault: number | undefined;

  const set = (channel: number, state: RelayState, forMs?: number): void => {
    stopPulse[channel]?.();
    stopPulse[channel] = undefined;
    if (relays[channel] === state) return;
    relays[channel] = state;
    onRelay?.(channel, state, forMs);
  };
  const pulse = (channel: number, first: RelayState, then: RelayState, units: number): void => {
    set(channel, first, units * 100);
    stopPulse[channel] = clock.after(units * 100, () => set(channel, then));
  };
  const readBits = (functionCode: number, bits: readonly boolean[], from: number, count: number): readonly number[] => {
    if (count < 1 || count > 2000) return refusal(functionCode, 3);
    if (from + count > bits.length) return refusal(functionCode, 2);
    const data = new Array<number>(Math.ceil(count / 8)).fill(0);
    for (let index = 0; index < count; index += 1) {
      if (bits[from + index]) data[index >> 3] = (data[index >> 3] ?? 0) + 2 ** (index % 8);
    }
    return [functionCode, data.length, ...data];
  };
  const writeOne = (body: Uint8Array): readonly number[] => {
    const [group = 0, channel = 0] = body;
    const value = wordAt(body, 2);
    const echo = [0x05, ...body];
    if (group === 0 && channel === 0xff && VALUES[value] !== undefined) {
      for (let each = 0; each < relays.length; each += 1) set(each, VALUES[value] ?? 'off');
      return echo;
    }
    if (channel >= relays.length || ![0, 2, 4].includes(group)) return refusal(0x05, 2);
    if (group !== 0) {
      if (value < 1 || value > 0x7fff) return refusal(0x05, 3);
      pulse(channel, group === 2 ? 'on' : 'off', group === 2 ? 'off' : 'on', value);
      return echo;
    }
    const toggled = value === 0x5500 ? (relays[channel] === 'off' ? 'on' : 'off') : undefined;
    const state = toggled ?? VALUES[value] ?? (flashes ? FLASHES[value] : undefined);
    if (state === undefined) return refusal(0x05, 3);
    set(channel, state);
    return echo;
  };
  const writeMany = (body: Uint8Array): readonly number[] => {
    const [from, count, size] = [wordAt(body, 0), wordAt(body, 2), body[4] ?? 0];
    if (count < 1 || size !== Math.ceil(count / 8) || body.length !== 5 + size) return refusal(0x0f, 3);
    if (from + count > relays.length) return refusal(0x0f, 2);
    for (let index = 0; index < count; index += 1) {
      set(from + index, ((body[5 + (index >> 3)] ?? 0) >> (index & 7)) & 1 ? 'on' : 'off');
    }
    return [0x0f, ...body.subarray(0, 4)];
  };

  return {
    address,
    relays: () => [...relays],
    inputs: () => [...inputs],
    setInput(channel, on) {
      if (channel >= inputs.length) throw new RangeError(`input 0 to ${inputs.length - 1}`);
      inputs[channel] = on;
    },
    setFault(code) {
      fault = code;
    },
    losePower() {
      for (let channel = 0; channel < relays.length; channel += 1) set(channel, 'off');
    },
    answer(functionCode, body) {
      if (fault !== undefined) return refusal(functionCode, fault);
      const [from, count] = [wordAt(body, 0), wordAt(body, 2)];
      switch (functionCode) {
        case 0x01:
          return readBits(
            functionCode,
            relays.map((state) => state !== 'off'),
            from,
            count,
          );
        case 0x02:
          return readBits(
            functionCode,
            readInput ? inputs.map((_, channel) => readInput(channel)) : inputs,
            from,
            count,
          );
        case 0x03:
          return from === ADDRESS_REGISTER && count === 1 ? [0x03, 2, 0, address] : refusal(functionCode, 2);
        case 0x05:
          return writeOne(body);
        case 0x0f:
          return writeMany(body);
        default:
          return refusal(functionCode, 1);
      }
    },
  };
}

const wordAt = (body: Uint8Array, at: number): number => (body[at] ?? 0) * 256 + (body[at + 1] ?? 0);
const refusal = (functionCode: number, code: number): readonly number[] => [functionCode + 0x80, code];
