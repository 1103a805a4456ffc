import { expect, test } from 'vitest';
import { socialCardConfigSchema } from '../../contract/device-config/social-card.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import { systemClock } from '../clock.ts';
import { createMeter } from '../device/meter.ts';
import { eventually } from '../idcard/reader-test-rig.ts';
import { pcscDriver } from './definition.ts';
import type { SocialCardEvent } from './reader.ts';
import { testFolder } from './reader-test-rig.ts';
import { socialCardSimulator } from './simulator/definition.ts';

test('the driver and the simulator meet through the configuration that the simulator names', async () => {
  const folder = testFolder();
  const simulator = await socialCardSimulator.start(socialCardSimulator.options, {
    clock: systemClock,
    folder: folder.path,
    openPort: () => Promise.reject(new Error('no cable here')),
  });
  const events: SocialCardEvent[] = [];
  const reports: HealthReport[] = [];
  const device = pcscDriver.start(socialCardConfigSchema.parse(simulator.config), {
    assetsDir: folder.path,
    clock: systemClock,
    log: () => undefined,
    meter: createMeter(),
    wire: () => ({ open: async () => ({ ok: false, error: 'portMissing' }) }),
    hid: () => {
      throw new Error('no HID device here');
    },
    emit: (event) => events.push(event),
    report: (health) => reports.push(health),
    say: () => undefined,
  });
  const happened = (type: SocialCardEvent['type']) =>
    eventually(
      5_000,
      () => events.some((event) => event.type === type),
      () => events.map((event) => event.type).join(', '),
    );
  try {
    await simulator.hand.insert?.do('li-jianguo');
    await happened('read');
    expect(await device.calls.status()).toEqual({ device: 'online', media: 'present' });
    expect(reports.at(-1)).toMatchObject({ state: 'online', details: { media: 'present' }, reasons: [] });
    await simulator.hand.take?.do('');
    await happened('removed');
    expect(() => simulator.hand.insert?.do('nobody')).toThrow(RangeError);
  } finally {
    await device.stop();
    await simulator.close();
    folder.end();
  }
});
