import type { GroupCommit } from '../../store/group-commit.ts';
import type { Message, MessageFailure } from './message.ts';
import type { MessageStore } from './message-store.ts';
import type { Messenger } from './messenger.ts';
import type { Post } from './webhook.ts';

export interface MessageCourierParts {
  readonly messages: MessageStore;
  readonly messenger: Messenger;
  readonly commits: GroupCommit;
  readonly post: Post;
  readonly now: () => Date;
  readonly firstPauseMs: number;
  /** Told of every message that is done with. */
  readonly settled: (id: string) => void;
  /** Told of what should not happen; it goes on after a pause. */
  readonly fault: (error: unknown) => void;
}

/** Brings queued messages to the webhook, one after another. At least once: a crash between post and note sends again. */
export interface MessageCourier {
  /** There may be something to do. */
  nudge(): void;
  /** Cuts off the message that is under way; it is sent again after the next start. */
  close(): Promise<void>;
}

/** A message that the other side refuses (4xx) is given up after so many tries; one that cannot be brought, after so long. */
const MOST_REFUSALS = 5;
const LONGEST_TRYING_MS = 3 * 24 * 3_600_000;
const LONGEST_PAUSE = 600;
const LONGEST_TIMER_MS = 60_000;

export function createMessageCourier(parts: MessageCourierParts): MessageCourier {
  const { messages, messenger, commits, now } = parts;
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const closing = new AbortController();
  /** Failures in a row that are the other side's, not one message's. */
  let away = 0;
  let awayUntilMs = 0;

  messages.dueNow();

  /** Shortened at random by up to a half, so that not everything comes back in the same second. */
  const pauseMs = (tries: number): number =>
    Math.ceil(parts.firstPauseMs * Math.min(2 ** tries, LONGEST_PAUSE) * (1 - Math.random() / 2));

  const failed = (message: Message, failure: MessageFailure): void => {
    const tries = message.attempts + 1;
    const refused = failure === 'refused';
    const ageMs = now().getTime() - Date.parse(message.receivedAt);
    messages.tried(message.id, failure, Date.now() + pauseMs(tries));
    const giveUp = (refused && tries >= MOST_REFUSALS) || failure === 'codeUnreadable' || ageMs > LONGEST_TRYING_MS;
    // Superseded meanwhile: it stays so.
    if (giveUp && messages.find(message.id)?.state === 'queued') messages.settle(message.id, 'failed', failure);
  };

  const deliver = async (message: Message): Promise<void> => {
    const plain = messenger.plain(message);
    const { id, kind, kioskId, caseNumber } = message;
    const outcome =
      plain === null
        ? 'codeUnreadable'
        : await parts.post({ id, kind, ...plain, kioskId, caseNumber }, now(), closing.signal);
    await commits.write(() => (outcome === 'sent' ? messages.sent(id) : failed(message, outcome)));
    away = outcome === 'sent' || outcome === 'refused' || outcome === 'codeUnreadable' ? 0 : away + 1;
    if (away > 0) awayUntilMs = Date.now() + pauseMs(away);
    if (messages.find(id)?.state !== 'queued') parts.settled(id);
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      for (;;) {
        const next = messages.nextQueued();
        if (closing.signal.aborted || next === undefined) break;
        const waitMs = Math.max(next.dueAt - Date.now(), awayUntilMs - Date.now());
        if (waitMs > 0) {
          timer = setTimeout(nudge, Math.min(waitMs, LONGEST_TIMER_MS));
          break;
        }
        await deliver(next);
      }
    } while (again && !closing.signal.aborted);
  };

  function nudge(): void {
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    again = true;
    running ??= run()
      .catch((error: unknown) => {
        parts.fault(error);
        timer = setTimeout(nudge, LONGEST_TIMER_MS);
      })
      .finally(() => {
        running = null;
        // Nudged after the last look.
        if (again) nudge();
      });
  }

  return {
    nudge,
    async close() {
      closing.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
