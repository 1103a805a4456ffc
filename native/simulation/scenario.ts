import { z } from 'zod';
import { unreachable } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { cableActs } from './cable-acts.ts';
import type { FaultyPort } from './faulty-port.ts';
import type { HandAct, RunningSimulator } from './simulator.ts';

const LONGEST_MS = 86_400_000;
const millisecondsSchema = z.number().int().min(0).max(LONGEST_MS);

const step = <const Do extends string, Shape extends z.ZodRawShape>(name: Do, shape: Shape) =>
  z.strictObject({
    do: z.literal(name),
    /** Milliseconds after the start… */
    at: millisecondsSchema.optional(),
    /** …or with the nth command from the start; exactly one of both. */
    onCommand: z.number().int().min(1).max(1_000_000).optional(),
    ...shape,
  });

const stepSchema = z
  .discriminatedUnion('do', [
    // What happens to one reply: the one to the nth command, or the next one after a time.
    step('drop', {}),
    step('delay', { ms: millisecondsSchema }),
    step('corrupt', { byte: z.number().int().min(0).optional() }),
    step('wrongChecksum', {}),
    /** With a command: after so many bytes of its reply, by default half of it. At a time: at once. */
    step('unplug', { afterBytes: z.number().int().min(0).optional() }),
    // What goes on from then.
    step('plug', {}),
    step('silent', { on: z.boolean() }),
    step('slow', { ms: millisecondsSchema }),
    step('noise', { bytes: z.number().int().min(1).max(1_000_000) }),
    /** What a hand does at this device, as on its command line: `coverOpen on`, `close 3`. */
    step('hand', { act: z.string().min(1).max(200) }),
  ])
  .refine((one) => (one.at === undefined) !== (one.onCommand === undefined), 'either "at" or "onCommand"');
export type ScenarioStep = z.infer<typeof stepSchema>;

/** What goes wrong at a simulated device, and when. */
export const scenarioSchema = z.strictObject({ steps: z.array(stepSchema).max(10_000) });
export type Scenario = z.infer<typeof scenarioSchema>;

/** What a hand can do: the device's own acts, and those at its cable, where it has one. The device's own come first. */
export const handsOf = ({ hand, port }: RunningSimulator): Readonly<Record<string, HandAct>> => ({
  ...(port && cableActs(port)),
  ...hand,
});

/** Does at the simulator what a line says: the name of an act, a space, the rest. Throws a RangeError that names what there is. */
export async function doByHand(simulator: RunningSimulator, line: string): Promise<void> {
  const said = line.trim();
  const [name = ''] = said.split(/\s/, 1);
  const acts = handsOf(simulator);
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw new RangeError(`no “${name}”; there is ${Object.keys(acts).join(', ')}`);
  await act.do(said.slice(name.length).trimStart());
}

export interface ScenarioRun {
  /** Steps that are still to come are not done any more. */
  stop(): void;
}

export interface ScenarioParts {
  readonly clock: Clock;
  /** Told of each step as it begins. */
  readonly onStep: (step: ScenarioStep) => void;
  /** A step that cannot be done: the wording is wrong, and the rest goes on. */
  readonly onRefused: (step: ScenarioStep, why: string) => void;
}

/** Plays a scenario at a simulator that has just been started. Faults of replies need its cable: others refuse them. */
export function playScenario(
  { steps }: Scenario,
  simulator: RunningSimulator,
  { clock, onStep, onRefused }: ScenarioParts,
): ScenarioRun {
  let stopped = false;
  const cancels: (() => void)[] = [];
  const act = async (one: ScenarioStep): Promise<void> => {
    if (stopped) return;
    onStep(one);
    try {
      await doStep(one, simulator);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      onRefused(one, error.message);
    }
  };
  for (const one of steps) {
    if (one.at !== undefined) cancels.push(clock.after(one.at, () => void act(one)));
    else if (simulator.port) simulator.port.beforeReply(one.onCommand ?? 1, () => void act(one));
    else onRefused(one, 'this simulator has no cable of its own: use "at"');
  }
  return {
    stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}

async function doStep(one: ScenarioStep, simulator: RunningSimulator): Promise<void> {
  if (one.do === 'hand') return doByHand(simulator, one.act);
  const { port } = simulator;
  if (!port) throw new RangeError('this simulator has no cable of its own: use its acts');
  return doToCable(one, port);
}

function doToCable(one: Exclude<ScenarioStep, { do: 'hand' }>, port: FaultyPort): void | Promise<void> {
  switch (one.do) {
    case 'drop':
    case 'wrongChecksum':
      return port.onReply(1, { type: one.do });
    case 'delay':
      return port.onReply(1, { type: 'delay', ms: one.ms });
    case 'corrupt':
      return port.onReply(1, { type: 'corrupt', ...(one.byte !== undefined && { byte: one.byte }) });
    case 'unplug':
      if (one.at !== undefined) return port.unplug();
      return port.onReply(1, { type: 'unplug', ...(one.afterBytes !== undefined && { afterBytes: one.afterBytes }) });
    case 'plug':
      return port.plug();
    case 'silent':
      return port.setSilent(one.on);
    case 'slow':
      return port.setSlow(one.ms);
    case 'noise':
      return port.noise(one.bytes);
    default:
      return unreachable(one);
  }
}
