import { describe, expect, test } from 'vitest';
import { NEW_STORY, nextInStory, type PowerStory } from './power-story.ts';
import { toUpsStatus, unknownStatus } from './status.ts';

const variables = (status: string, charge?: string, more: Record<string, string> = {}) =>
  new Map([
    ['ups.status', status],
    ...(charge === undefined ? [] : [['battery.charge', charge] as const]),
    ...Object.entries(more),
  ]);
const status = (words: string, charge?: string, more: Record<string, string> = {}, recovering = false) =>
  toUpsStatus(variables(words, charge, more), recovering);

describe('ups.status and battery.charge', () => {
  test.each([
    ['OL', '100', { power: 'mains', ups: 'good', battery: 'full', charging: 'notCharging' }],
    ['OL CHRG', '70', { power: 'mains', ups: 'good', battery: 'operational', charging: 'charging' }],
    ['OB DISCHRG', '70', { power: 'battery', ups: 'powering', battery: 'operational', charging: 'discharging' }],
    ['OB LB DISCHRG', '9', { power: 'battery', ups: 'low', battery: 'critical' }],
    ['OB DISCHRG', '15', { power: 'battery', ups: 'powering', battery: 'low' }],
    ['FSD OB LB', '5', { ups: 'low', battery: 'critical' }],
    ['OL RB', '100', { battery: 'failure', ups: 'good' }],
    ['OL BYPASS', '100', { power: 'mains', ups: 'engaged' }],
    ['OL OVER', '100', { ups: 'engaged' }],
    ['OL BOOST', '100', { ups: 'engaged' }],
    ['OL LB', '10', { ups: 'low', battery: 'low' }],
    ['OFF', '100', { power: 'unknown', ups: 'unknown' }],
    ['', undefined, { power: 'unknown', ups: 'unknown', battery: 'unknown', charging: 'unknown' }],
    ['OL HOLIDAY', '100', { power: 'mains', reasons: ['OL', 'HOLIDAY'] }],
  ])('%s at %s %%', (words, charge, expected) => {
    expect(status(words, charge)).toMatchObject(expected);
  });

  test.each(['', 'unknown', '-5', '1e9', '12 %', 'NaN'])('a charge of "%s" is not told', (charge) => {
    expect(status('OL', charge)).toMatchObject({ charge: null, battery: 'unknown' });
  });

  test('the low level is what the UPS says it is', () => {
    expect(status('OL', '40', { 'battery.charge.low': '50' }).battery).toBe('low');
    expect(status('OL', '250').charge).toBe(100);
  });

  test('runtime and voltage', () => {
    const told = { 'battery.runtime': '1200', 'input.voltage': '230.4' };
    expect(status('OL', '100', told)).toMatchObject({ runtimeSeconds: 1200, inputVolts: 230.4 });
  });

  test('after a power cut it has recovered until the battery is full', () => {
    expect(status('OL CHRG', '40', {}, true).ups).toBe('recovered');
    expect(status('OL', '96', {}, true).ups).toBe('good');
  });
});

describe('what happened', () => {
  const told = (looks: readonly (readonly [string, string])[]): string[] => {
    let story: PowerStory = NEW_STORY;
    return looks.flatMap(([words, charge]) => {
      const next = nextInStory(story, words === '?' ? unknownStatus('offline') : status(words, charge));
      story = next.story;
      return next.events.map(({ type }) => type);
    });
  };

  test.each<[string, [string, string][], string[]]>([
    ['a start on mains', [['OL', '100']], []],
    ['a start on battery', [['OB', '80']], ['mainsLost']],
    [
      'a cut of an instant',
      [
        ['OL', '100'],
        ['OB', '99'],
        ['OL CHRG', '99'],
      ],
      ['mainsLost', 'mainsBack'],
    ],
    [
      'low, said once',
      [
        ['OB', '50'],
        ['OB LB', '9'],
        ['OB', '9'],
        ['OB LB', '8'],
      ],
      ['mainsLost', 'batteryLow'],
    ],
    ['low on mains is no news', [['OL LB', '9']], []],
    [
      'two cuts',
      [
        ['OB LB', '9'],
        ['OL', '9'],
        ['OB LB', '9'],
      ],
      ['mainsLost', 'batteryLow', 'mainsBack', 'mainsLost', 'batteryLow'],
    ],
    [
      'a UPS out of sight during the cut',
      [
        ['OB', '50'],
        ['?', ''],
        ['OL', '60'],
      ],
      ['mainsLost', 'mainsBack'],
    ],
    [
      'a UPS out of sight and back on battery',
      [
        ['OB', '50'],
        ['?', ''],
        ['OB', '40'],
      ],
      ['mainsLost'],
    ],
    [
      'switched off at the UPS',
      [
        ['OL', '100'],
        ['OFF', '100'],
      ],
      [],
    ],
  ])('%s', (_, looks, events) => {
    expect(told(looks)).toEqual(events);
  });
});
