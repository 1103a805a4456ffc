import type { HealthReport } from '../../contract/device-health.ts';
import type { DeviceState } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../device/meter.ts';
import { createPause } from '../pause.ts';
import type { PcscClient } from '../pcsc/client.ts';
import { failureInWords, isLinkFailure, type LinkFailure } from '../pcsc/failure.ts';
import { type ReaderState, sameStates } from '../pcsc/reader-states.ts';
import type { WireOpener } from '../transport/wire.ts';
import { type AttemptSettings, attemptCard } from './card-attempt.ts';
import { LOOK_INTERVAL_MS } from './card-intervals.ts';
import { createCardSlot } from './card-slot.ts';
import { createPcscLink } from './pcsc-link.ts';
import type { SocialCardEvent, SocialCardReader, SocialCardReaderStatus } from './reader.ts';

/** A daemon that tells of changes without end, and nothing changes, is asked no more often than this. */
const SHORTEST_ROUND_MS = 50;

const OFFLINE_REASONS = {
  absent: 'pcscdAbsent',
  closed: 'pcscdClosed',
  silent: 'pcscdSilent',
  protocol: 'pcscdProtocol',
};

export interface PcscReaderSettings extends AttemptSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
  /** Part of the reader's name; `undefined`: the first reader. */
  readonly reader: string | undefined;
}

/**
 * A social-security card reader behind pcscd. Between start and stop it watches the slot by itself. Late replies: a
 * connection whose reply did not come in time is thrown away (see `pcsc/connection.ts`), so that none can arrive. While
 * pcscd or the reader is gone nobody knows about the card: `media: unknown`; `removed` follows, if so, when it is back.
 */
export function createPcscReader(settings: PcscReaderSettings): SocialCardReader {
  const { opener, clock, log, meter, reader: wanted } = settings;
  const pause = createPause(clock);
  let status: SocialCardReaderStatus = { device: 'starting', media: 'unknown' };
  let evidence = '';
  let listener: ((event: SocialCardEvent) => void) | undefined;
  let healthListener: ((health: HealthReport) => void) | undefined;
  let running: Promise<void> | undefined;

  const emit = (event: SocialCardEvent): void => {
    if (!pause.stopped()) listener?.(event);
  };
  const onCard = (event: SocialCardEvent): void => {
    emit(event);
    if (event.type === 'presented' || event.type === 'removed') publish('online', []);
  };
  const slot = createCardSlot({ clock, log, emit: onCard, onRetry: () => meter.retry() });
  const publish = (device: DeviceState, reasons: readonly string[], says = evidence): void => {
    if (pause.stopped()) return;
    evidence = says;
    const known = slot.occupied() ? 'present' : 'notPresent';
    const media = device === 'online' ? known : 'unknown';
    if (status.device !== device) {
      if (device === 'online') log('device-online', { device: 'socialCard' });
      else log('device-offline', { device: 'socialCard', code: 'socialCard.offline' });
    }
    const changed = status.device !== device || status.media !== media;
    status = { device, media };
    healthListener?.({ state: device, details: { media }, reasons: [...reasons], evidence });
    if (changed) emit({ type: 'status', status });
  };
  const onOffline = (failure: LinkFailure): void => {
    slot.lostSight();
    publish('offline', [OFFLINE_REASONS[failure.kind]], failureInWords(failure));
  };
  const link = createPcscLink({ opener, clock, log, meter, pause, onOffline });

  const choose = (readers: readonly ReaderState[]): ReaderState | undefined =>
    readers.find(({ name }) => wanted === undefined || name.includes(wanted));

  /** Answers when to look again. */
  const look = async (client: PcscClient, readers: readonly ReaderState[]): Promise<number> => {
    const reader = choose(readers);
    if (!reader) {
      slot.lostSight();
      publish('offline', ['readerAbsent'], `pcscd knows ${readers.length} readers, none is the one configured`);
      return LOOK_INTERVAL_MS;
    }
    const round = await slot.look(reader, () => attemptCard(client, reader, settings));
    if (round.failure) await link.lose(round.failure);
    else if (reader.card === 'unknown') publish('hardwareError', ['slotUnknown'], round.evidence);
    else publish('online', [], round.evidence);
    return round.waitMs;
  };
  const run = async (): Promise<void> => {
    let last: PcscClient | undefined;
    let seen: readonly ReaderState[] = [];
    let waitMs = 0;
    for (let client = await link.client(); client; client = await link.client()) {
      if (client !== last) waitMs = 0;
      last = client;
      const beganAt = clock.now();
      const told = await client.changed(seen, waitMs);
      if (pause.stopped()) break;
      if (!told.ok) {
        if (isLinkFailure(told.error)) await link.lose(told.error);
        continue;
      }
      if (waitMs > 0 && sameStates(seen, told.value) && clock.now() - beganAt < SHORTEST_ROUND_MS) {
        await pause.wait(SHORTEST_ROUND_MS);
      }
      seen = told.value;
      waitMs = await look(client, seen);
    }
    await link.close();
  };

  return {
    start(call, onHealth) {
      if (running) throw new Error('the reader was started before');
      listener = call;
      healthListener = onHealth;
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
