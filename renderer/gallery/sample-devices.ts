import type { DeviceHealth } from '../../contract/device-health.ts';

const SINCE = '2026-11-20T23:02:00.000Z';

const health = (change: Pick<DeviceHealth, 'device' | 'driver'> & Partial<DeviceHealth>): DeviceHealth => ({
  state: 'online',
  details: {},
  reasons: [],
  evidence: '',
  since: SINCE,
  evidenceAt: '2026-11-21T02:54:11.000Z',
  metrics: {
    exchanges: 128_412,
    unanswered: 3,
    retries: 1,
    discardedBytes: 0,
    latency: [0, 0, 1_200, 120_000, 7_000, 212, 0, 0, 0, 0, 0, 0, 0],
  },
  processRestarts: 0,
  ...change,
});

/** A machine in which much is in order, and some is not. */
export const DEVICE_HEALTHS: DeviceHealth[] = [
  health({ device: 'idCard', driver: 'sdt', details: { media: 'notPresent' }, evidence: 'find: 80' }),
  health({ device: 'scanner', driver: 'hid-pos', details: { scanner: 'on' }, evidence: 'opened' }),
  health({
    device: 'receipt',
    driver: 'escpos',
    details: { paper: 'low', cover: 'closed' },
    evidence: 'ASB 10 00 03 00',
  }),
  health({
    device: 'document',
    driver: 'ipp',
    state: 'hardwareError',
    details: { paper: 'jammed', toner: 'full', cover: 'closed' },
    reasons: ['media-jam'],
    evidence: 'printer-state stopped',
  }),
  health({
    device: 'locker',
    driver: 'kr-8a',
    state: 'offline',
    reasons: ['driverHung'],
    evidence: 'its process ended: SIGKILL',
    processRestarts: 2,
  }),
];
