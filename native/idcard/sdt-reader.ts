import type { HealthReport } from '../../contract/device-health.ts';
import type { IdCardReaderStatus } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { createPause } from '../pause.ts';
import type { WireOpener } from '../transport/wire.ts';
import type { ContinuousReading } from './card-detect.ts';
import { createCardWatch } from './card-watch.ts';
import { type Dialect, sdtDialect } from './dialect.ts';
import { type LinkHealth, STARTING } from './link-health.ts';
import type { PhotoDecoder } from './photo-decoder.ts';
import type { IdCardEvent, IdCardReader } from './reader.ts';
import { createReaderLink } from './reader-link.ts';

/** Between two looks, milliseconds; gates in use ask every 100. */
export const CARD_POLL_INTERVAL_MS = 100;
/** While no card has been seen for a while: the first one waits a moment longer, and a machine that idles all night costs less. */
export const CALM_POLL_INTERVAL_MS = 250;
/** People come in rows. */
export const CALM_AFTER_MS = 120_000;

export interface SdtReaderSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly continuousReading: ContinuousReading;
  /** Plain SDT by default. */
  readonly dialect?: Dialect;
  /** Of a serial line. */
  readonly baudRate?: number | undefined;
  /** Absent: photos are dropped unseen. */
  readonly photoDecoder?: PhotoDecoder | undefined;
  readonly pollIntervalMs?: number;
  /** Said often; `details` has `media`. */
  readonly report?: (health: HealthReport) => void;
}

/**
 * An identity-card reader with a SAM_A module ("SDT" protocol), or with another dialect of it. Between start and stop it
 * looks for a card by itself.
 *
 * - `removed` is said only when the card is really gone. While the reader is offline nobody can know: the status says
 *   `media: unknown`, and `removed` follows, if so, when the reader is back.
 * - A module that falls silent is offline within 2 s; one that comes back under its name is online within 3 s.
 */
export function createSdtReader(settings: SdtReaderSettings): IdCardReader {
  const { opener, clock, log, continuousReading, baudRate, photoDecoder, report } = settings;
  const { dialect = sdtDialect(), pollIntervalMs = CARD_POLL_INTERVAL_MS } = settings;
  const calmIntervalMs = settings.pollIntervalMs ?? CALM_POLL_INTERVAL_MS;
  const pause = createPause(clock);
  let link: LinkHealth = STARTING;
  let photoReasons: readonly string[] = [];
  let status: IdCardReaderStatus = { device: link.state, media: 'unknown' };
  let listener: ((event: IdCardEvent) => void) | undefined;
  let running: Promise<void> | undefined;
  let cardSeenAtMs = Number.NEGATIVE_INFINITY;

  const emit = (event: IdCardEvent): void => {
    if (event.type !== 'status') cardSeenAtMs = clock.now();
    if (!pause.stopped()) listener?.(event);
  };
  const publish = (): void => {
    const known = watch.isPresent() ? 'present' : 'notPresent';
    const media = link.state === 'online' ? known : 'unknown';
    if (status.device !== link.state || status.media !== media) {
      status = { device: link.state, media };
      emit({ type: 'status', status });
    }
    report?.({ ...link, details: { media }, reasons: [...link.reasons, ...photoReasons] });
  };
  const watch = createCardWatch({
    clock,
    log,
    mode: continuousReading,
    pollIntervalMs,
    emit,
    photos: photoDecoder && {
      decoder: photoDecoder,
      onDecoded(failure) {
        photoReasons = failure ? [`photoDecoder-${failure}`] : [];
      },
    },
  });
  const onHealth = (health: LinkHealth): void => {
    if (pause.stopped()) return;
    const { state } = health;
    if (link.state !== state) {
      if (state === 'online') log('device-online', { device: 'idCard' });
      else log('device-offline', { device: 'idCard', code: state === 'offline' ? 'reader.offline' : state });
    }
    link = health;
    publish();
  };
  const readerLink = createReaderLink({ opener, clock, log, pause, onHealth, dialect, baudRate });

  const isCalm = (): boolean => !watch.isPresent() && clock.now() - cardSeenAtMs >= CALM_AFTER_MS;
  const run = async (): Promise<void> => {
    for (let driver = await readerLink.driver(); driver; driver = await readerLink.driver()) {
      const round = await watch.look(driver);
      publish();
      if (pause.stopped()) break;
      if (round.failure) await readerLink.recover(round.failure);
      else await pause.wait(isCalm() ? Math.max(round.waitMs, calmIntervalMs) : round.waitMs);
    }
    await readerLink.close();
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
      await Promise.all([readerLink.close(), photoDecoder?.close()]);
      await running;
    },
  };
}
