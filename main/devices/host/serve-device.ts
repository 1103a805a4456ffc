import { type Clock, sharedNowMs, systemClock } from '../../../native/clock.ts';
import type { AnyDriver } from '../../../native/device/drivers.ts';
import { type CoreToHost, HOST_ALIVE_INTERVAL_MS, type HostToCore } from '../host-protocol.ts';
import { createHostContext } from './host-context.ts';

/** One end of the channel between the core and a host. */
export interface HostChannel {
  send(message: HostToCore): void;
  onMessage(listener: (message: CoreToHost) => void): void;
}

export interface ServeDeviceParts {
  readonly channel: HostChannel;
  readonly loadDriver: (device: string, driver: string) => Promise<AnyDriver>;
  /** Everything is stopped: the process may end. */
  readonly onStopped: () => void;
  readonly clock?: Clock;
}

/**
 * Runs one device for the core at the other end of the channel. It has no `catch`: a driver that throws is a bug, ends this
 * process, and is started anew by the core.
 */
export function serveDevice({ channel, loadDriver, onStopped, clock = systemClock }: ServeDeviceParts): void {
  let starting: Promise<Started> | undefined;

  const start = async (message: Extract<CoreToHost, { type: 'start' }>): Promise<Started> => {
    const definition = await loadDriver(message.device, message.driver);
    const { context, meter, unsaid } = createHostContext({
      clock,
      assetsDir: message.assetsDir,
      send: channel.send,
      describe: definition.describe,
      watched: message.watched,
    });
    const device = definition.start(message.settings, context);
    channel.send({ type: 'started' });
    let cancel: () => void;
    const beat = (): void => {
      channel.send({ type: 'alive', metrics: meter.snapshot(), health: unsaid() });
      cancel = clock.after(HOST_ALIVE_INTERVAL_MS, beat);
    };
    beat();
    return { calls: new Map(Object.entries(device.calls)), stop: () => device.stop(), stopBeat: () => cancel() };
  };
  const call = async ({ id, method, args, expiresAtMs }: Extract<CoreToHost, { type: 'call' }>): Promise<void> => {
    const device = await starting;
    if (sharedNowMs() > expiresAtMs) return channel.send({ type: 'expired', id });
    const asked = device?.calls.get(method);
    if (!asked) throw new Error(`no method ${method}`);
    channel.send({ type: 'answer', id, value: await asked(...args) });
  };
  const stop = async (): Promise<void> => {
    const device = await starting;
    device?.stopBeat();
    await device?.stop();
    channel.send({ type: 'stopped' });
    onStopped();
  };

  channel.onMessage((message) => {
    if (message.type === 'start') starting = start(message);
    else void (message.type === 'call' ? call(message) : stop());
  });
}

interface Started {
  readonly calls: ReadonlyMap<string, (...args: readonly unknown[]) => Promise<unknown>>;
  readonly stop: () => Promise<void>;
  readonly stopBeat: () => void;
}
