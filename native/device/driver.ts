import type { HidTransport, WireTransport } from '../../contract/device-config/transport.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { HidOpener } from '../transport/hid.ts';
import type { WireOpener } from '../transport/wire.ts';
import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import type { Meter } from './meter.ts';

/** What a driver is given. Everything it says to the outside goes through here. */
export interface DriverContext<Event = never> {
  readonly clock: Clock;
  readonly log: Log;
  /** Folder `assets/` of the installation. */
  readonly assetsDir: string;
  /** For drivers that do not talk on a wire of this context; those wires are metered already. */
  readonly meter: Meter;
  /** A stream of bytes: metered, and tapped while somebody watches. */
  wire(transport: WireTransport): WireOpener;
  /** A HID device: tapped while somebody watches, and not metered, because it mostly speaks unasked. */
  hid(transport: HidTransport): HidOpener;
  /** Something happened at the device. */
  emit(event: Event): void;
  /** How the device is. Say it as often as you like: only changes of state, details or reasons travel. */
  report(health: HealthReport): void;
  /** A line for whoever watches, from drivers whose traffic is no wire of this context. Personal data masked. */
  say(direction: WireDirection, text: string): void;
}

/** Methods of a device that the kiosk calls. Arguments and answers are plain data: they may cross to another process. */
export type DeviceCalls = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

export interface RunningDevice<Calls extends DeviceCalls> {
  readonly calls: Calls;
  /** Ends everything it started, within a second. */
  stop(): Promise<void>;
}

/** One driver of one kind of device. It is loaded and started in a process of its own. */
export interface DriverDefinition<Settings, Calls extends DeviceCalls, Event> {
  readonly device: DeviceName;
  /** The literal that stands as `driver` in the configuration. */
  readonly driver: string;
  start(settings: Settings, context: DriverContext<Event>): RunningDevice<Calls>;
  /** For `watch`: chunks of the wire → frames in words, personal data masked. */
  describe?(tell: (direction: WireDirection, text: string) => void): WireReport;
}
