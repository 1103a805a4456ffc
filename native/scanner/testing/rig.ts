import type { HidKeyboardConfig, HidPosConfig, SerialLineConfig } from '../../../contract/device-config/scanner.ts';
import { scannerConfigSchema } from '../../../contract/device-config/scanner.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import type { LogEventId, LogFields } from '../../../contract/log-events.ts';
import type { Clock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { WireOpener } from '../../transport/wire.ts';
import type { BarcodeScanner, ScannerEvent } from '../scanner.ts';
import { createLineScanner } from '../serial-line/line-scanner.ts';
import { createSerialScanner, type SimulatedSerialScanner } from '../simulator/serial-scanner.ts';

/** What a scanner told, in its order. */
export interface Told {
  readonly events: ScannerEvent[];
  readonly reports: HealthReport[];
  readonly logged: { readonly id: LogEventId; readonly fields: LogFields }[];
  /** Scanned texts, and refusals as `!reason`. */
  story(): string[];
  health(): HealthReport | undefined;
}

export function createTold(): Told & {
  readonly parts: {
    readonly log: (id: LogEventId, fields?: LogFields) => void;
    readonly emit: (event: ScannerEvent) => void;
    readonly report: (health: HealthReport) => void;
  };
} {
  const events: ScannerEvent[] = [];
  const reports: HealthReport[] = [];
  const logged: { id: LogEventId; fields: LogFields }[] = [];
  return {
    events,
    reports,
    logged,
    story: () => events.map((event) => (event.type === 'scanned' ? event.text : `!${event.reason}`)),
    health: () => reports.at(-1),
    parts: {
      log: (id, fields = {}) => void logged.push({ id, fields }),
      emit: (event) => void events.push(event),
      report: (health) => void reports.push(health),
    },
  };
}

/** Settings of a driver with the defaults of the configuration; the transport is never opened. */
export function lineSettings(some: Partial<Omit<SerialLineConfig, 'driver' | 'transport'>> = {}): SerialLineConfig {
  const config = scannerConfigSchema.parse({
    driver: 'serial-line',
    transport: { kind: 'serial', path: '-' },
    ...some,
  });
  if (config.driver !== 'serial-line') throw new Error(config.driver);
  return config;
}

const HID = { kind: 'hidSocket', path: '-' };

export function posSettings(some: Partial<Omit<HidPosConfig, 'driver' | 'transport'>> = {}): HidPosConfig {
  const config = scannerConfigSchema.parse({ driver: 'hid-pos', transport: HID, ...some });
  if (config.driver !== 'hid-pos') throw new Error(config.driver);
  return config;
}

export function keyboardSettings(): HidKeyboardConfig {
  const config = scannerConfigSchema.parse({ driver: 'hid-keyboard', transport: HID, interKeyMs: 40 });
  if (config.driver !== 'hid-keyboard') throw new Error(config.driver);
  return config;
}

export interface LineRig extends Told {
  readonly scanner: BarcodeScanner;
  readonly simulator: SimulatedSerialScanner;
  readonly port: SimulatedPort;
}

/** A driver and a simulated scanner at the two ends of a wire; by default one without a system underneath. */
export function startLineRig(
  clock: Clock,
  some: Partial<Omit<SerialLineConfig, 'driver' | 'transport'>> = {},
  wire: { readonly opener: WireOpener; readonly port: SimulatedPort } = createMemoryWire(),
): LineRig {
  const settings = lineSettings(some);
  const simulator = createSerialScanner({ port: wire.port, trigger: settings.trigger });
  const { parts, ...told } = createTold();
  const scanner = createLineScanner({ settings, opener: wire.opener, clock, ...parts });
  return { ...told, scanner, simulator, port: wire.port };
}

/** Asks until it holds; throws with what was seen instead. */
export async function eventually(holds: () => boolean, seen: () => string, limitMs = 5_000): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms; ${seen()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
