import type { DeviceMetrics, HealthReport } from '../../contract/device-health.ts';
import type { DeviceName } from '../../contract/device-status.ts';
import type { LogEventId, LogFields } from '../../contract/log-events.ts';
import type { WireDirection } from '../../native/transport/wire-tap.ts';

/**
 * What the core and the process of one device say to each other. Both ends are ours and start from the same files, so the
 * types are the check; a message is a structured clone, so bytes stay bytes.
 */
export type CoreToHost =
  | {
      readonly type: 'start';
      readonly device: DeviceName;
      readonly driver: string;
      readonly settings: unknown;
      /** The folder `assets/` of the installation. */
      readonly assetsDir: string;
      /** Tell every frame, in words. */
      readonly watched: boolean;
    }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: readonly unknown[];
      /** On the clock that all processes of a machine share; a call that is read later is not made. */
      readonly expiresAtMs: number;
    }
  | { readonly type: 'stop' };

export type HostToCore =
  /** Loaded and listening. */
  | { readonly type: 'started' }
  /** Every two seconds from the first moment: whoever is silent hangs. With a report of that time that changed only the evidence. */
  | { readonly type: 'alive'; readonly metrics: DeviceMetrics; readonly health: HealthReport | undefined }
  /** State, details or reasons changed. */
  | { readonly type: 'health'; readonly health: HealthReport }
  | { readonly type: 'event'; readonly event: unknown }
  | { readonly type: 'log'; readonly event: LogEventId; readonly fields: LogFields }
  | { readonly type: 'said'; readonly direction: WireDirection; readonly text: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** The call came too late and was not made. */
  | { readonly type: 'expired'; readonly id: number }
  | { readonly type: 'stopped' };

/** How often a host says `alive`, milliseconds. */
export const HOST_ALIVE_INTERVAL_MS = 2_000;
