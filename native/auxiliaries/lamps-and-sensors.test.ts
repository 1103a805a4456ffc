import { describe, expect, it } from 'vitest';
import type { LightName, LightState } from '../../contract/auxiliaries.ts';
import { auxiliariesConfigSchema, type InputConfig } from '../../contract/device-config/auxiliaries.ts';
import { COIL_OFF, COIL_ON } from '../modbus/requests.ts';
import { coilWrites } from './coil-writes.ts';
import { createDebounce } from './debounce.ts';
import { coilImage, type LampPlan, untilNextFlashMs } from './lamps.ts';
import { sensorStates } from './sensor-words.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const wanted = (lights: Partial<Record<LightName, LightState>>) =>
  new Map(Object.entries(lights) as [LightName, LightState][]);
const LIGHTS: LampPlan['lights'] = { cardReader: { coil: 0 }, fasciaLight: { colours: { white: 1, red: 2 } } };
const image = (flashing: LampPlan['flashing'], lights: Partial<Record<LightName, LightState>>, nowMs = 0) => [
  ...coilImage({ lights: LIGHTS, flashing }, wanted(lights), nowMs).values(),
];

describe('lights as relays', () => {
  it('what nobody wants is off; a colour that the lamp lacks is its first', () => {
    expect(image('driver', {})).toEqual([COIL_OFF, COIL_OFF, COIL_OFF]);
    const blue = { fasciaLight: { flashRate: 'continuous', colour: 'blue' } } as const;
    expect(image('driver', blue)).toEqual([COIL_OFF, COIL_ON, COIL_OFF]);
    const red = { fasciaLight: { flashRate: 'continuous', colour: 'red' } } as const;
    expect(image('driver', red)).toEqual([COIL_OFF, COIL_OFF, COIL_ON]);
  });

  it('the driver’s clock flashes: quick twice, medium once in a second, slow once in two', () => {
    const edges = (flashRate: 'quick' | 'medium' | 'slow') => {
      const states = Array.from({ length: 200 }, (_, at) => image('driver', { cardReader: { flashRate } }, at * 10)[0]);
      return states.filter((state, at) => at > 0 && state !== states[at - 1]).length;
    };
    expect([edges('quick'), edges('medium'), edges('slow')]).toEqual([7, 3, 1]);
    const plan = { lights: LIGHTS, flashing: 'driver' } as const;
    expect(untilNextFlashMs(plan, wanted({ cardReader: { flashRate: 'quick' } }), 100)).toBe(150);
    expect(untilNextFlashMs(plan, wanted({ scanner: { flashRate: 'quick' } }), 100)).toBeUndefined();
  });

  it('a tower with a rhythm of its own is told F000, F100, F200', () => {
    for (const [flashRate, value] of [
      ['quick', 0xf000],
      ['medium', 0xf100],
      ['slow', 0xf200],
    ] as const) {
      expect(image('board', { cardReader: { flashRate } }, 123)[0]).toBe(value);
    }
  });
});

describe('writes', () => {
  const frames = (known: [number, number][], now: [number, number][]) =>
    coilWrites(1, new Map(known), new Map(now)).map(({ request }) => request.frame);

  it('red lamp of a tower on and off, as published', () => {
    expect(frames([[0, COIL_OFF]], [[0, COIL_ON]])).toEqual([hex('01 05 00 00 FF 00 8C 3A')]);
    expect(frames([[0, COIL_ON]], [[0, COIL_OFF]])).toEqual([hex('01 05 00 00 00 00 CD CA')]);
  });

  it('eight neighbours go in one frame, as published; what is as it should be is not written', () => {
    const all = Array.from({ length: 8 }, (_, coil): [number, number] => [coil, COIL_ON]);
    expect(frames([], all)).toEqual([hex('01 0F 00 00 00 08 01 FF BE D5')]);
    expect(frames(all, all)).toEqual([]);
  });

  it('relays that are no lamps are never written', () => {
    const written = frames(
      [],
      [
        [0, COIL_ON],
        [2, COIL_ON],
        [3, COIL_ON],
      ],
    );
    expect(written.map((frame) => [...frame.subarray(1, 6)])).toEqual([
      [0x05, 0, 0, 0xff, 0],
      [0x0f, 0, 2, 0, 2],
    ]);
  });
});

describe('sensors', () => {
  const input = (place: number, more: Partial<InputConfig> = {}): InputConfig => ({
    input: place,
    inverted: false,
    debounceMs: 50,
    ...more,
  });

  it.each([
    [[true, true, false, false, false], 'present', 'closed', 'run'],
    [[false, false, false, true, false], 'notPresent', 'open', 'maintenance'],
    [[false, true, true, true, true], 'notPresent', 'tampered', 'supervisor'],
    [[undefined, undefined, undefined, undefined, undefined], 'unknown', 'unknown', 'unknown'],
  ])('inputs %j are %s, %s, %s', (bits, proximitySensor, cabinetDoor, operatorSwitch) => {
    const sensors = {
      proximitySensor: input(0),
      cabinetDoor: { ...input(1), tampered: input(2) },
      operatorSwitch: { maintenance: input(3), supervisor: input(4) },
    };
    const states = sensorStates(sensors, ({ input: place }) => bits[place]);
    expect(states).toEqual({ proximitySensor, cabinetDoor, operatorSwitch });
  });

  it('a contact that bounces is not believed before it rests', () => {
    const contact = input(0);
    const debounce = createDebounce([contact]);
    const seen = [
      [false, 0],
      [true, 10],
      [false, 20],
      [true, 30],
      [true, 70],
      [true, 80],
      [false, 90],
    ] as const;
    const believed = seen.map(([bit, nowMs]) => {
      debounce.take(() => bit, nowMs);
      return debounce.read(contact);
    });
    expect(believed).toEqual([false, false, false, false, false, true, true]);
    debounce.forget();
    expect(debounce.read(contact)).toBeUndefined();
  });

  it('an inverted input says the opposite', () => {
    const contact = input(0, { inverted: true, debounceMs: 0 });
    const debounce = createDebounce([contact]);
    debounce.take(() => false, 0);
    expect(debounce.read(contact)).toBe(true);
  });
});

describe('configuration', () => {
  const parse = (more: object) =>
    auxiliariesConfigSchema.safeParse({
      driver: 'modbus-io',
      transport: { kind: 'serial', path: '/dev/io', baudRate: 9600 },
      ...more,
    });

  it('needs no more than the wire', () => {
    expect(parse({}).data).toMatchObject({ address: 1, lights: {}, sensors: {}, flashing: 'driver' });
  });

  it.each([
    ['two lamps at one relay', { lights: { scanner: { coil: 1 }, cardReader: { coil: 1 } } }],
    ['a lamp without relay', { lights: { fasciaLight: { colours: {} } } }],
    ['a light that there is not', { lights: { moon: { coil: 1 } } }],
    ['a sensor that there is not', { sensors: { rain: { input: 1 } } }],
  ])('%s is refused', (_, more) => {
    expect(parse(more).success).toBe(false);
  });
});
