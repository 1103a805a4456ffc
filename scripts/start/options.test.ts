import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kioskConfigSchema } from '../../contract/config.ts';
import { projectRoot } from '../rig/places.ts';
import { changeDemo } from './demo-config.ts';
import { readOptions, UsageError } from './options.ts';

test('without options: the demo, its data in the project, the shell chosen by what is there', () => {
  expect(readOptions([])).toEqual({
    help: false,
    shell: undefined,
    config: undefined,
    allDevices: false,
    demo: { landscape: false, language: undefined, overdueDays: undefined },
    dataDir: join(projectRoot, 'out', 'demo'),
  });
});

test('a configuration has data of its own, and paths are those of the terminal', () => {
  const options = readOptions(['--config', 'here/kiosk.json', '--shell', 'none']);
  expect(options).toMatchObject({ config: resolve('here/kiosk.json'), dataDir: join(projectRoot, 'out', 'kiosk') });
  expect(readOptions(['--data', 'there']).dataDir).toBe(resolve('there'));
});

test('the demo lying down, in English, overdue tomorrow: the rest of its configuration stays', () => {
  const { demo } = readOptions(['--landscape', '--language', 'en', '--overdue-days', '1']);
  const config: Parameters<ReturnType<typeof changeDemo>>[0] = {
    kiosk: { id: '310120-0042', site: '样本站', division: '310120' },
    center: { url: 'http://127.0.0.1:1' },
    ui: { idleSeconds: 90 },
    devices: {},
    parcels: { sizes: { small: [1] } },
  };
  expect(kioskConfigSchema.parse(changeDemo(demo)(config))).toMatchObject({
    ui: { orientation: 'landscape', language: 'en', idleSeconds: 90 },
    parcels: { overdueDays: 1, sizes: { small: [1] } },
  });
  expect(changeDemo(readOptions([]).demo)(config)).toEqual(config);
});

test.each([
  [['--shell', 'firefox'], 'expected one of electron, chromium, none'],
  [['--shel', 'none'], '--shel'],
  [['--config'], 'config'],
  [['now'], 'now'],
  [['--language', 'de'], 'expected one of zh-CN, en'],
  [['--overdue-days', '0'], 'expected 1 to 90'],
  [['--overdue-days', '1.5'], 'expected 1 to 90'],
  [['--overdue-days', ''], 'expected 1 to 90'],
  [['--landscape', '--config', 'kiosk.json'], 'ui.orientation'],
  [['--overdue-days', '3', '--config', 'kiosk.json'], 'parcels.overdueDays'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(sentence);
});
