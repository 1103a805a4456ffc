import type { RunningSimulator, SimulatorDefinition, SimulatorSurroundings } from './simulator.ts';

/** Options of a simulator as its command line gives them. */
export type SimulatorOptions = Readonly<Record<string, string | number | boolean>>;

/** A simulator whose options are known by name only: the values have the kinds of their defaults. */
export interface AnySimulator extends Pick<SimulatorDefinition<unknown>, 'device' | 'name'> {
  readonly options: SimulatorOptions;
  readonly optionsSay: Readonly<Record<string, string>>;
  start(options: SimulatorOptions, around: SimulatorSurroundings): Promise<RunningSimulator>;
}

/** Every simulator there is, by its name on the command line. */
export const SIMULATORS: Readonly<Record<string, () => Promise<unknown>>> = {
  'id-card': async () => (await import('../idcard/simulator/definition.ts')).idCardSimulatorDefinition,
  'social-card': async () => (await import('../socialcard/simulator/definition.ts')).socialCardSimulator,
  scanner: async () => (await import('../scanner/simulator/definition.ts')).scannerSimulator,
  receipt: async () => (await import('../receipt/simulator/definition.ts')).receiptSimulatorDefinition,
  document: async () => (await import('../ipp/simulator/definition.ts')).ippSimulator,
  locker: async () => (await import('../lockboard/simulator/definition.ts')).lockerSimulator,
  auxiliaries: async () => (await import('../auxiliaries/simulator/definition.ts')).auxiliariesSimulator,
  ups: async () => (await import('../ups/simulator/definition.ts')).upsSimulator,
};

export async function loadSimulator(name: string): Promise<AnySimulator | undefined> {
  const load = Object.hasOwn(SIMULATORS, name) ? SIMULATORS[name] : undefined;
  return load && ((await load()) as AnySimulator);
}
