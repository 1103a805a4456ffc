import type { Clock } from '../../native/clock.ts';
import { type FaultyPort, faultyPort } from '../../native/simulation/faulty-port.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import type { SimulatedPort } from '../../native/transport/simulated-port.ts';

/** The cable between a driver and a simulated device, as a drill handles it. */
export interface DrillCable {
  unplug(): Promise<void>;
  plug(): Promise<void>;
  setSilent(on: boolean): void;
  /** Each further reply waits so long. 0: none. */
  setSlow(delayMs: number): void;
  /** Bytes that belong to nothing, now. */
  noise(bytes: number): void;
  /** The same, right in front of the next reply. */
  noiseBeforeNextReply(bytes: number): void;
  /** Half of the next reply arrives, then the cable is pulled; resolves when it is out. */
  cutNextReply(): Promise<void>;
  /** The check of the next reply is wrong. */
  spoilNextReply(): void;
  /** Hears what the driver writes, before the device does. At most one listener. */
  onRequest(listener: (bytes: Uint8Array) => void): void;
  /** Who sits at the far end. Change it only while the cable is out. */
  seat(who: 'device' | 'stranger'): void;
}

/** A pseudo-terminal with two devices behind it, of which one is connected. */
export interface LineCable extends DrillCable {
  /** For the simulator of the device and that of the stranger. */
  openPort(who: 'device' | 'stranger', spoilCheck?: (reply: Uint8Array) => Uint8Array): FaultyPort;
  close(): Promise<void>;
}

export async function openLineCable(path: string, clock: Clock): Promise<LineCable> {
  const far = await openPseudoTerminal(path);
  const receivers = new Map<'device' | 'stranger', (bytes: Uint8Array) => void>();
  let seated: 'device' | 'stranger' = 'device';
  let request: ((bytes: Uint8Array) => void) | undefined;
  far.onReceive((bytes) => {
    request?.(bytes);
    receivers.get(seated)?.(bytes);
  });
  let whenOut = (): void => undefined;
  const unplug = async (): Promise<void> => {
    await far.unplug();
    whenOut();
  };
  const end = (who: 'device' | 'stranger'): SimulatedPort => ({
    ...far,
    unplug,
    send(bytes) {
      if (seated === who) far.send(bytes);
    },
    onReceive: (listener) => void receivers.set(who, listener),
    // The cable belongs to the drill.
    close: async () => undefined,
  });
  let device = faultyPort(end('device'), { clock });

  return {
    openPort(who, spoilCheck) {
      const port = faultyPort(end(who), { clock, ...(spoilCheck && { spoilCheck }) });
      if (who === 'device') device = port;
      return port;
    },
    unplug: () => device.unplug(),
    plug: () => device.plug(),
    setSilent: (on) => device.setSilent(on),
    setSlow: (delayMs) => device.setSlow(delayMs),
    noise: (bytes) => device.noise(bytes),
    noiseBeforeNextReply: (bytes) => device.beforeReply(1, () => device.noise(bytes)),
    cutNextReply: () =>
      new Promise((resolve) => {
        whenOut = resolve;
        device.onReply(1, { type: 'unplug' });
      }),
    spoilNextReply: () => device.onReply(1, { type: 'wrongChecksum' }),
    onRequest(listener) {
      request = listener;
    },
    seat(who) {
      seated = who;
    },
    close: far.close,
  };
}
