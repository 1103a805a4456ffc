import type { FlashRate, LightName, LightState } from '../../contract/auxiliaries.ts';
import type { AuxiliariesConfig, LightConfig } from '../../contract/device-config/auxiliaries.ts';
import { COIL_OFF, COIL_ON } from '../modbus/requests.ts';

/**
 * What relays are to be: coil → number to write. XFS4IoT names rates without numbers; these are those of towers that flash by
 * themselves, so that both ways look alike.
 */
export type CoilImage = ReadonlyMap<number, number>;

export type Flashing = AuxiliariesConfig['flashing'];
type Flash = Extract<FlashRate, 'slow' | 'medium' | 'quick'>;

/** On and off once. */
export const FLASH_PERIOD_MS: Readonly<Record<Flash, number>> = { slow: 2000, medium: 1000, quick: 500 };
/** For towers with a rhythm of their own. [1] */
const BOARD_FLASH: Readonly<Record<Flash, number>> = { slow: 0xf200, medium: 0xf100, quick: 0xf000 };

export interface LampPlan {
  readonly lights: AuxiliariesConfig['lights'];
  readonly flashing: Flashing;
}

export type WantedLights = ReadonlyMap<LightName, LightState>;

/** All relays of the configuration as they are to be at this moment. Pure. */
export function coilImage({ lights, flashing }: LampPlan, wanted: WantedLights, nowMs: number): CoilImage {
  const image = new Map<number, number>();
  for (const coil of lampCoils(lights)) image.set(coil, COIL_OFF);
  for (const [light, state] of wanted) {
    const coil = coilOf(lights[light], state);
    if (coil !== undefined) image.set(coil, coilValue(state.flashRate, flashing, nowMs));
  }
  return image;
}

/** How long the image stays as it is, if nobody wants anything else; undefined: for ever. */
export function untilNextFlashMs(
  { lights, flashing }: LampPlan,
  wanted: WantedLights,
  nowMs: number,
): number | undefined {
  if (flashing === 'board') return undefined;
  const edges = [...wanted].flatMap(([light, { flashRate }]) => {
    if (flashRate === 'off' || flashRate === 'continuous' || !lights[light]) return [];
    const halfMs = FLASH_PERIOD_MS[flashRate] / 2;
    return [halfMs - (nowMs % halfMs)];
  });
  return edges.length === 0 ? undefined : Math.min(...edges);
}

/** The relays of all lamps, each once, in order. */
export function lampCoils(lights: LampPlan['lights']): number[] {
  const coils = Object.values(lights).flatMap((light) =>
    'coil' in light ? [light.coil] : Object.values(light.colours),
  );
  return [...new Set(coils)].sort((a, b) => a - b);
}

function coilOf(light: LightConfig | undefined, { colour }: LightState): number | undefined {
  if (!light) return undefined;
  if ('coil' in light) return light.coil;
  return (colour && light.colours[colour]) ?? Object.values(light.colours)[0];
}

function coilValue(rate: FlashRate, flashing: Flashing, nowMs: number): number {
  if (rate === 'off') return COIL_OFF;
  if (rate === 'continuous') return COIL_ON;
  if (flashing === 'board') return BOARD_FLASH[rate];
  return nowMs % FLASH_PERIOD_MS[rate] < FLASH_PERIOD_MS[rate] / 2 ? COIL_ON : COIL_OFF;
}
