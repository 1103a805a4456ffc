import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../../contract/log-events.ts';
import type { UpsStatus } from '../../contract/ups.ts';
import type { Clock } from '../clock.ts';
import { createRecovery, type RecoveryPlan } from '../transport/recovery-ladder.ts';
import type { WireOpener } from '../transport/wire.ts';
import { createNutClient, type NutClient, type NutRefusal } from './nut-client.ts';
import { NEW_STORY, nextInStory } from './power-story.ts';
import { toUpsStatus, unknownStatus } from './status.ts';
import type { Ups, UpsListeners } from './ups.ts';

export const POLL_INTERVAL_MS = 1_000;

/** Retrying on a connection that failed makes no sense, and upsd has no reset; waits are short enough to be back in 3 s. */
export const UPS_RECOVERY: RecoveryPlan = {
  retry: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 6, waitMs: 100, maxWaitMs: 1_000 },
  outOfService: { attempts: 1, waitMs: 2_000, maxWaitMs: 2_000 },
  forgetAfterMs: 10_000,
};

export interface NutUpsSettings extends UpsListeners {
  readonly opener: WireOpener;
  readonly ups: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollIntervalMs?: number;
}

/**
 * A UPS behind `upsd`. Looks by itself until stopped. A connection that ends is noticed at once; a upsd that falls silent is
 * offline one interval and one reply limit later; while it is, the power is unknown and no event is said.
 */
export function createNutUps(settings: NutUpsSettings): Ups {
  const { opener, ups, clock, log, onStatus, onLook, onEvent, pollIntervalMs = POLL_INTERVAL_MS } = settings;
  let stopped = false;
  let client: NutClient | undefined;
  let status = unknownStatus('starting');
  let story = NEW_STORY;
  const recovery = createRecovery({ plan: UPS_RECOVERY, device: 'ups', clock, log });
  let cancel = (): void => undefined;
  let looking: Promise<void> = Promise.resolve();

  const publish = (next: UpsStatus): void => {
    if (stopped) return;
    onLook?.(next);
    if (isDeepStrictEqual(next, status)) return;
    if (next.device !== status.device) {
      if (next.device === 'online') log('device-online', { device: 'ups' });
      else log('device-offline', { device: 'ups', code: next.reasons[0] ?? next.device });
    }
    status = next;
    onStatus(status);
  };
  let idle = false;
  const lookNow = (): void => {
    idle = false;
    cancel();
    looking = look();
  };
  const lookIn = (delayMs: number): void => {
    if (stopped) return;
    idle = true;
    cancel = clock.after(delayMs, lookNow);
  };
  const lose = async (reason: string): Promise<void> => {
    const lost = client;
    client = undefined;
    publish(unknownStatus('offline', reason));
    await lost?.close();
    if (!stopped) lookIn(recovery.climb('reopen').waitMs);
  };
  const learn = (variables: ReadonlyMap<string, string>): void => {
    const seen = toUpsStatus(variables, story.recovering);
    const next = nextInStory(story, seen);
    story = next.story;
    publish(seen);
    if (!stopped) for (const event of next.events) onEvent(event);
  };
  async function look(): Promise<void> {
    if (!client) {
      const opened = await opener.open();
      if (!opened.ok) return lose(opened.error);
      const wire = opened.value;
      const mine = createNutClient({ wire, ups, clock, log, onEnd: () => idle && client === mine && lookNow() });
      client = mine;
      if (stopped) return mine.close();
    }
    const answer = await client.variables();
    if (answer.ok) learn(answer.value);
    else if (answer.error.kind === 'refused') publish(refusedStatus(answer.error));
    else return lose(answer.error.kind);
    recovery.well();
    lookIn(pollIntervalMs);
  }
  looking = look();

  return {
    status: () => status,
    async stop() {
      stopped = true;
      idle = false;
      cancel();
      // A connection that is only being opened is closed as soon as it stands; that need not be waited for.
      if (!client) return;
      await client.close();
      await looking;
    },
  };
}

/** upsd answers, but not of this UPS: it has none of this name, or its own driver has lost it. */
function refusedStatus({ code }: NutRefusal): UpsStatus {
  return unknownStatus(code === 'UNKNOWN-UPS' ? 'noDevice' : 'offline', code);
}
