import { type Clock, sleep } from '../../native/clock.ts';
import type { Plant } from './subject.ts';

export const FAULT_NAMES = [
  'absent at start',
  'unplugged mid-exchange',
  'back after 1 s',
  'silent',
  'slow',
  'garbage',
  'wrong checksum',
  'stuck status',
  'another device',
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

/** The cable is out for so long, milliseconds. */
const OUT_MS = 1_000;
/** Each reply of a slow device comes so much later, milliseconds. */
const SLOW_MS = 150;
/** In the idle line, and right in front of the reply that counts. */
const IDLE_NOISE_BYTES = 2_000;
const CLOSE_NOISE_BYTES = 64;
/** What came while the line was idle is over before the work begins, milliseconds. */
const DIGEST_MS = 300;
/** A stranger says something so often, milliseconds. */
const STRANGER_INTERVAL_MS = 300;

/** What a fault does to a plant; `strike` is called when the frame passes that the work is about. */
export interface Fault {
  /** The device is not in use until it is mended, and is to be reported so. */
  readonly lasts: boolean;
  /** Before the driver starts. */
  before?(plant: Plant): Promise<void>;
  /** With the device in use, before the work begins. */
  begin?(plant: Plant, clock: Clock): Promise<void> | void;
  /** Resolves when what it does is over. */
  strike?(plant: Plant, clock: Clock): void | Promise<void>;
  /** Resolves when the device is whole again. */
  mend(plant: Plant, clock: Clock): Promise<void>;
}

const plugAgain = (plant: Plant): Promise<void> => plant.cable.plug();
const makeNoise = (plant: Plant, onCable: () => void): void => void (plant.garbage ? plant.garbage() : onCable());
const nothing = async (): Promise<void> => undefined;

export const FAULTS: Readonly<Record<FaultName, Fault>> = {
  'absent at start': { lasts: true, before: (plant) => plant.cable.unplug(), mend: plugAgain },
  'unplugged mid-exchange': { lasts: true, strike: ({ cable }) => cable.cutNextReply(), mend: plugAgain },
  'back after 1 s': {
    lasts: false,
    async strike({ cable }, clock) {
      await cable.cutNextReply();
      await sleep(clock, OUT_MS);
      await cable.plug();
    },
    mend: nothing,
  },
  silent: {
    lasts: true,
    begin: (plant) => plant.cable.setSilent(true),
    mend: async (plant) => plant.cable.setSilent(false),
  },
  slow: {
    lasts: false,
    begin: (plant) => plant.cable.setSlow(plant.slowMs ?? SLOW_MS),
    mend: async (plant) => plant.cable.setSlow(0),
  },
  garbage: {
    lasts: false,
    async begin(plant, clock) {
      makeNoise(plant, () => plant.cable.noise(IDLE_NOISE_BYTES));
      await sleep(clock, DIGEST_MS);
    },
    strike: (plant) => makeNoise(plant, () => plant.cable.noiseBeforeNextReply(CLOSE_NOISE_BYTES)),
    mend: nothing,
  },
  'wrong checksum': { lasts: false, strike: (plant) => plant.cable.spoilNextReply(), mend: nothing },
  'stuck status': {
    lasts: false,
    async begin(plant) {
      await plant.stuck.set();
    },
    async mend(plant) {
      await plant.stuck.clear();
    },
  },
  'another device': {
    lasts: true,
    async begin(plant, clock) {
      await plant.cable.unplug();
      plant.cable.seat('stranger');
      await plant.cable.plug();
      for (let said = 0; said < 5; said += 1)
        clock.after(said * STRANGER_INTERVAL_MS, () => void plant.strangerSpeaks?.());
    },
    async mend({ cable }) {
      await cable.unplug();
      cable.seat('device');
      await cable.plug();
    },
  },
};
