import type { DeviceState, IdCardReaderStatus } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { WireOpener } from '../transport/wire.ts';
import type { ContinuousReading } from './card-detect.ts';
import { createCardWatch } from './card-watch.ts';
import type { IdCardEvent, IdCardReader } from './reader.ts';
import { createReaderLink } from './reader-link.ts';
import { createStoppablePause } from './stoppable-pause.ts';

/** Between two looks, milliseconds; gates in use ask every 100. */
export const CARD_POLL_INTERVAL_MS = 100;

export interface SdtReaderSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly continuousReading: ContinuousReading;
  readonly pollIntervalMs?: number;
}

/**
 * An identity-card reader with a SAM_A module ("SDT" protocol). Between start and stop it looks for a card by itself.
 *
 * - `removed` is said only when the card is really gone. While the reader is offline nobody can know: the status says
 *   `media: unknown`, and `removed` follows, if so, when the reader is back.
 * - A module that falls silent is offline within 2 s; one that comes back under its name is online within 3 s.
 */
export function createSdtReader(settings: SdtReaderSettings): IdCardReader {
  const { opener, clock, log, continuousReading, pollIntervalMs = CARD_POLL_INTERVAL_MS } = settings;
  const pause = createStoppablePause(clock);
  let device: DeviceState = 'starting';
  let status: IdCardReaderStatus = { device, media: 'unknown' };
  let listener: ((event: IdCardEvent) => void) | undefined;
  let running: Promise<void> | undefined;

  const emit = (event: IdCardEvent): void => {
    if (!pause.stopped()) listener?.(event);
  };
  const watch = createCardWatch({ clock, log, mode: continuousReading, pollIntervalMs, emit });
  const publish = (): void => {
    const known = watch.isPresent() ? 'present' : 'notPresent';
    const media = device === 'online' ? known : 'unknown';
    if (status.device === device && status.media === media) return;
    status = { device, media };
    emit({ type: 'status', status });
  };
  const onDevice = (state: DeviceState): void => {
    if (pause.stopped()) return;
    if (device !== state) {
      if (state === 'online') log('device-online', { device: 'idCard' });
      else log('device-offline', { device: 'idCard', code: state === 'offline' ? 'reader.offline' : state });
    }
    device = state;
    publish();
  };
  const link = createReaderLink({ opener, clock, log, pause, onDevice });

  const run = async (): Promise<void> => {
    for (let driver = await link.driver(); driver; driver = await link.driver()) {
      const round = await watch.look(driver);
      publish();
      if (pause.stopped()) break;
      if (round.failure) await link.recover(round.failure);
      else await pause.wait(round.waitMs);
    }
    await link.close();
  };

  return {
    start(call) {
      if (running) throw new Error('the reader was started before');
      listener = call;
      running = run();
    },
    status: () => status,
    async stop() {
      pause.stop();
      await link.close();
      await running;
    },
  };
}
