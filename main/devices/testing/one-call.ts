import { systemClock } from '../../../native/clock.ts';
import { openDeviceLink } from '../device-link.ts';
import { nodeHostStarter } from '../host-starter.ts';

/** Makes one call to the misbehaving host, waits a moment, and ends. The log goes to stderr, as in a kiosk. */
const SETTLE_MS = 300;
const [method = '', ...args] = process.argv.slice(2);
const link = openDeviceLink({
  device: 'locker',
  settings: { driver: 'misbehaving' },
  assetsDir: '/nowhere',
  startHost: nodeHostStarter(new URL('./misbehaving-host.ts', import.meta.url)),
  clock: systemClock,
  log: (id, fields) => process.stderr.write(`${id} ${JSON.stringify(fields)}\n`),
});
link.start();
await link.call(method, args, { beginMs: 10_000, endMs: 10_000 });
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
await link.stop();
