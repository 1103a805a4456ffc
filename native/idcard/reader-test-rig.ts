import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthReport } from '../../contract/device-health.ts';
import { type IdentityCard, identityCardSchema } from '../../contract/identity-card.ts';
import type { LogEventId, LogFields } from '../../contract/log-events.ts';
import { type SpecimenPerson, specimenPersonSchema } from '../../contract/specimen.ts';
import { systemClock } from '../clock.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { serialPortOpener } from '../transport/serial-port.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import type { WireOpener } from '../transport/wire.ts';
import { type Dialect, sdtDialect } from './dialect.ts';
import type { PhotoDecoder } from './photo-decoder.ts';
import type { IdCardEvent, IdCardReader } from './reader.ts';
import { createSdtReader } from './sdt-reader.ts';
import {
  createIdCardSimulator,
  type IdCardSimulator,
  type IdCardSimulatorSettings,
} from './simulator/id-card-simulator.ts';

/** For tests: a real reader and a simulated module at the two ends of a real pseudo-terminal. */
export interface ReaderTestRig {
  readonly reader: IdCardReader;
  readonly simulator: IdCardSimulator;
  readonly port: SimulatedPort;
  readonly events: readonly IdCardEvent[];
  readonly logged: readonly { readonly id: LogEventId; readonly fields: LogFields }[];
  readonly reports: readonly HealthReport[];
  /** Types of the events about cards so far, `failed` with its code. */
  story(): string[];
  /** Resolves when the story is this one; throws with the real one after `limitMs`. */
  tells(expected: readonly string[], limitMs?: number): Promise<void>;
  /** Resolves when the reader's device state is this one. */
  deviceIs(state: string, limitMs?: number): Promise<void>;
  end(): Promise<void>;
}

export interface ReaderTestRigSettings extends Partial<IdCardSimulatorSettings> {
  readonly wrapOpener?: (opener: WireOpener) => WireOpener;
  readonly pollIntervalMs?: number;
  readonly dialect?: Dialect;
  readonly photoDecoder?: PhotoDecoder;
}

/** Short enough for tests, long enough to do something in between. */
const TEST_DELAYS_MS = {
  samStatus: 1,
  samId: 1,
  findCard: 2,
  selectCard: 2,
  readBase: 30,
  readBaseAndFingerprint: 30,
  latestAddress: 2,
  managementNumber: 2,
  resetSam: 2,
  init: 1,
};

export async function startReaderTestRig(settings: ReaderTestRigSettings = {}): Promise<ReaderTestRig> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-idcard-'));
  const port = await openPseudoTerminal(join(folder, 'reader'));
  const continuousReading = settings.continuousReading ?? 'repeats';
  const simulator = createIdCardSimulator({ delays: TEST_DELAYS_MS, ...settings, port, continuousReading });
  const opener = serialPortOpener({ path: port.path, baudRate: 115200, writeLimitMs: 500 });
  const events: IdCardEvent[] = [];
  const reports: HealthReport[] = [];
  const logged: { id: LogEventId; fields: LogFields }[] = [];
  const reader = createSdtReader({
    opener: settings.wrapOpener?.(opener) ?? opener,
    clock: settings.clock ?? systemClock,
    log: (id, fields = {}) => logged.push({ id, fields }),
    continuousReading,
    pollIntervalMs: settings.pollIntervalMs ?? 20,
    dialect: settings.dialect ?? sdtDialect(),
    baudRate: settings.baudRate,
    photoDecoder: settings.photoDecoder,
    report: (health) => reports.push(health),
  });
  const story = (): string[] =>
    events
      .filter((event) => event.type !== 'status')
      .map((event) => (event.type === 'failed' ? `failed ${event.code}` : event.type));
  reader.start((event) => events.push(event));

  const rig: ReaderTestRig = {
    reader,
    simulator,
    port,
    events,
    logged,
    reports,
    story,
    tells: (expected, limitMs = 5000) =>
      eventually(
        limitMs,
        () => story().join(', ') === expected.join(', '),
        () => `events: ${story().join(', ')}`,
      ),
    deviceIs: (state, limitMs = 5000) =>
      eventually(
        limitMs,
        () => reader.status().device === state,
        () => `device: ${reader.status().device}`,
      ),
    async end() {
      await reader.stop();
      await port.close();
      rmSync(folder, { recursive: true });
    },
  };
  await rig.deviceIs('online');
  return rig;
}

/** Asks until it holds; throws with what was seen instead. */
export async function eventually(limitMs: number, holds: () => boolean, seen: () => string): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms; ${seen()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function specimenPeople(): SpecimenPerson[] {
  const file = new URL('../../assets/specimen/people.json', import.meta.url);
  return specimenPersonSchema.array().parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function specimenCard(id: string): IdentityCard {
  const person = specimenPeople().find((candidate) => candidate.id === id);
  if (!person) throw new Error(`no specimen person ${id}`);
  return identityCardSchema.parse(person.card);
}

/** The card of the last `read` event. */
export function lastRead(events: readonly IdCardEvent[]): IdentityCard | undefined {
  return events.findLast((event) => event.type === 'read')?.card;
}
