import type { InputConfig } from '../../contract/device-config/auxiliaries.ts';

/** What inputs say once they have said it long enough. */
export interface Debounce {
  /** All inputs as just read, by their place. */
  take(bits: (input: number) => boolean | undefined, nowMs: number): void;
  /** Wiring taken into account; undefined before the first reading. */
  read(input: InputConfig): boolean | undefined;
  /** Nothing is known any more. The next reading is believed at once. */
  forget(): void;
}

interface Seen {
  believed: boolean;
  other: { readonly sinceMs: number } | undefined;
}

export function createDebounce(inputs: readonly InputConfig[]): Debounce {
  const seen = new Map<InputConfig, Seen>();

  const takeOne = (input: InputConfig, bit: boolean, nowMs: number): void => {
    const state = seen.get(input);
    if (!state) {
      seen.set(input, { believed: bit, other: undefined });
    } else if (bit === state.believed) {
      state.other = undefined;
    } else {
      state.other ??= { sinceMs: nowMs };
      if (nowMs - state.other.sinceMs >= input.debounceMs) seen.set(input, { believed: bit, other: undefined });
    }
  };

  return {
    take(bits, nowMs) {
      for (const input of inputs) {
        const bit = bits(input.input);
        if (bit !== undefined) takeOne(input, bit !== input.inverted, nowMs);
      }
    },
    read: (input) => seen.get(input)?.believed,
    forget: () => seen.clear(),
  };
}
