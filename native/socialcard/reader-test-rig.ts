import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthReport } from '../../contract/device-health.ts';
import type { LogEventId, LogFields } from '../../contract/log-events.ts';
import type { SocialCard } from '../../contract/social-card.ts';
import { systemClock } from '../clock.ts';
import { createMeter, type Meter } from '../device/meter.ts';
import { eventually } from '../idcard/reader-test-rig.ts';
import { localSocketOpener } from '../transport/socket-wire.ts';
import { createPcscReader, type PcscReaderSettings } from './pcsc-reader.ts';
import type { SocialCardEvent, SocialCardReader } from './reader.ts';
import { cardFiles } from './simulator/card-files.ts';
import { type CardHabits, type SimulatedCard, socialCardChip } from './simulator/card-program.ts';
import { specimenSocialCards } from './simulator/people.ts';

/** Nothing is measured by it: a machine that runs all tests at once is slow. */
const RIG_LIMIT_MS = 30_000;

/** For tests: a real reader on a real local socket. */
export interface SocialCardTestRig {
  readonly reader: SocialCardReader;
  readonly meter: Meter;
  readonly events: readonly SocialCardEvent[];
  readonly health: readonly HealthReport[];
  readonly logged: readonly { readonly id: LogEventId; readonly fields: LogFields }[];
  /** What was told to whoever watches. */
  readonly said: readonly string[];
  /** Resolves when the events about cards are these; throws with the real ones after `limitMs`. */
  tells(expected: readonly string[], limitMs?: number): Promise<void>;
  /** Resolves when the last report has this state, and this reason if one is given. */
  deviceIs(state: string, reason?: string, limitMs?: number): Promise<void>;
  /** The events about cards so far, in the words of `tells`. */
  story(): string[];
  lastRead(): SocialCard | undefined;
  end(): Promise<void>;
}

export function startSocialCardTestRig(socket: string, settings: Partial<PcscReaderSettings> = {}): SocialCardTestRig {
  const events: SocialCardEvent[] = [];
  const health: HealthReport[] = [];
  const logged: { id: LogEventId; fields: LogFields }[] = [];
  const said: string[] = [];
  const meter = createMeter();
  const reader = createPcscReader({
    opener: localSocketOpener(socket, systemClock),
    clock: systemClock,
    log: (id, fields = {}) => logged.push({ id, fields }),
    meter,
    reader: undefined,
    records: 'auto',
    ethnicCode: 'bcd',
    say: (direction, text) => said.push(`${direction} ${text}`),
    ...settings,
  });
  const story = (): string[] =>
    events
      .filter((event) => event.type !== 'status')
      .map((event) => (event.type === 'failed' ? `failed ${event.code}` : event.type));
  reader.start(
    (event) => events.push(event),
    (report) => health.push(report),
  );
  return {
    reader,
    meter,
    events,
    health,
    logged,
    said,
    tells: (expected, limitMs = RIG_LIMIT_MS) =>
      eventually(
        limitMs,
        () => story().join(', ') === expected.join(', '),
        () => `events: ${story().join(', ')}; ${health.at(-1)?.evidence}`,
      ),
    deviceIs: (state, reason, limitMs = RIG_LIMIT_MS) =>
      eventually(
        limitMs,
        () => health.at(-1)?.state === state && (reason === undefined || health.at(-1)?.reasons[0] === reason),
        () => `device: ${JSON.stringify(health.at(-1))}`,
      ),
    story,
    lastRead: () => events.findLast((event) => event.type === 'read')?.card,
    end: () => reader.stop(),
  };
}

/** A folder that is gone after `end`. */
export function testFolder(): { readonly path: string; end(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tongban-socialcard-'));
  return { path, end: () => rmSync(path, { recursive: true, force: true }) };
}

export function specimenSocialCard(person = 'wang-guilan'): SocialCard {
  const card = specimenSocialCards().get(person);
  if (!card) throw new Error(`no specimen person ${person}`);
  return card;
}

export const specimenChip = (person?: string, habits: Partial<CardHabits> = {}): SimulatedCard =>
  socialCardChip(cardFiles(specimenSocialCard(person)), habits);
