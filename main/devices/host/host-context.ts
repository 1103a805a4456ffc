import { isDeepStrictEqual } from 'node:util';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { Log } from '../../../contract/log-events.ts';
import type { Clock } from '../../../native/clock.ts';
import type { DriverContext } from '../../../native/device/driver.ts';
import { createMeter, type Meter } from '../../../native/device/meter.ts';
import { meterOpener } from '../../../native/device/wire-meter.ts';
import { tapHidOpener } from '../../../native/transport/hid-tap.ts';
import { hidOpenerOf } from '../../../native/transport/open-hid.ts';
import { openerOf } from '../../../native/transport/open-wire.ts';
import { tapOpener, type WireDirection, type WireReport } from '../../../native/transport/wire-tap.ts';
import type { HostToCore } from '../host-protocol.ts';

export interface HostContextParts {
  readonly clock: Clock;
  readonly assetsDir: string;
  readonly send: (message: HostToCore) => void;
  /** Turns the chunks of a wire into words; undefined: nobody watches. */
  readonly describe: ((tell: (direction: WireDirection, text: string) => void) => WireReport) | undefined;
  readonly watched: boolean;
}

export interface HostContext {
  readonly context: DriverContext<unknown>;
  readonly meter: Meter;
  /** What was reported since this was asked last and did not travel: the newest evidence. */
  unsaid(): HealthReport | undefined;
}

/** What a driver is given in its process: its wires metered and tapped, its words sent to the core. */
export function createHostContext(parts: HostContextParts): HostContext {
  const { clock, assetsDir, send, watched } = parts;
  const meter = createMeter();
  let last: HealthReport | undefined;
  let unsaid: HealthReport | undefined;
  const say = (direction: WireDirection, text: string): void => {
    if (watched) send({ type: 'said', direction, text });
  };
  const log: Log = (event, fields = {}) => {
    if (event === 'wire-discarded' && typeof fields.bytes === 'number') meter.discarded(fields.bytes);
    send({ type: 'log', event, fields });
  };
  const context: DriverContext<unknown> = {
    clock,
    log,
    meter,
    assetsDir,
    wire(transport) {
      const opener = meterOpener(openerOf(transport, clock), meter, clock);
      return watched && parts.describe ? tapOpener(opener, parts.describe(say)) : opener;
    },
    hid(transport) {
      const opener = hidOpenerOf(transport, clock);
      return watched && parts.describe ? tapHidOpener(opener, parts.describe(say)) : opener;
    },
    emit: (event) => send({ type: 'event', event }),
    report(health) {
      const { evidence: _seen, ...before } = last ?? { evidence: '' };
      const { evidence: _new, ...now } = health;
      last = health;
      const changed = !isDeepStrictEqual(before, now);
      unsaid = changed ? undefined : health;
      if (changed) send({ type: 'health', health });
    },
    say,
  };
  return {
    context,
    meter,
    unsaid() {
      const report = unsaid;
      unsaid = undefined;
      return report;
    },
  };
}
