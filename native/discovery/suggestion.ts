import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import type { Finding, Fit, Place } from './finding.ts';

export interface Choice {
  readonly place: Place;
  readonly finding: Finding;
  readonly fit: Fit;
}

export interface Suggestion {
  /** The `devices` part of `kiosk.json`, valid, without what is a default. */
  readonly devices: Readonly<Partial<Record<Place, Readonly<Record<string, unknown>>>>>;
  /** What was taken for each place. */
  readonly taken: readonly Choice[];
  /** What would fit too, and was not taken. */
  readonly others: readonly Choice[];
}

const SURENESS = { certain: 0, likely: 1, unknown: 2 } as const;

/** One entry for each place. Of two candidates the surer one is taken, of equally sure ones the one that was seen first. */
export function suggestDevices(findings: readonly Finding[]): Suggestion {
  const taken = new Map<Place, Choice>();
  const cameras: Choice[] = [];
  const others: Choice[] = [];
  for (const finding of inOrder(findings)) {
    const choices = finding.fits.filter(isValid).map((fit): Choice => ({ place: fit.place, finding, fit }));
    if (choices.some(({ place }) => place === 'cameras')) {
      cameras.push(...choices);
      continue;
    }
    const free = choices.find(({ place }) => !taken.has(place));
    if (free) taken.set(free.place, free);
    others.push(...choices.filter((choice) => choice !== free));
  }
  const looking = joinCameras(cameras);
  const all = [...taken.values(), ...looking.taken];
  const devices = Object.fromEntries(all.map(({ place }) => [place, settingsOf(place, all)]));
  return { devices, taken: all, others: [...others, ...looking.others] };
}

/** Who can be one thing only chooses first; then the small boards, so that the largest is left for the locker. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const weight = ({ certainty, fits }: Finding): number => (fits.length > 1 ? 10 : 0) + SURENESS[certainty];
  return findings
    .filter(({ fits }) => fits.length > 0)
    .toSorted(
      (first, second) =>
        weight(first) - weight(second) || (first.fits.length > 1 ? (first.channels ?? 0) - (second.channels ?? 0) : 0),
    );
}

/** Cameras share one place, with a key for each thing they look at. */
function joinCameras(choices: readonly Choice[]): {
  readonly taken: readonly Choice[];
  readonly others: readonly Choice[];
} {
  const keys = new Set<string>();
  const taken: Choice[] = [];
  const others: Choice[] = [];
  for (const choice of choices) {
    const [key = ''] = Object.keys(choice.fit.settings);
    (keys.has(key) ? others : taken).push(choice);
    keys.add(key);
  }
  return { taken, others };
}

/** Devices and daemons name things as they like; what a configuration could not hold is no candidate. */
const isValid = ({ place, settings }: Fit): boolean => devicesConfigSchema.safeParse({ [place]: settings }).success;

const settingsOf = (place: Place, all: readonly Choice[]): Readonly<Record<string, unknown>> =>
  Object.assign({}, ...all.filter((choice) => choice.place === place).map(({ fit }) => fit.settings));
