import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceLink } from '../../../main/devices/device-link.ts';
import { lockerSimulator } from '../../../native/lockboard/simulator/definition.ts';
import type { ScannerEvent } from '../../../native/scanner/scanner.ts';
import { scannerSimulator } from '../../../native/scanner/simulator/definition.ts';
import { doByHand } from '../../../native/simulation/scenario.ts';
import { simulator, startOnLine, startOnSocket } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

/** Longer than one HID report. */
const codeOf = (round: number): string => `TONGBAN-${round}-${'0123456789'.repeat(8)}`;
const TRIGGER_LIMITS = { beginMs: 3_000, endMs: 10_000 };
const SCAN_LIMIT_MS = 3_000;
/** From the command to the light, and to the next light after a code. */
const LIGHT_LIMIT_MS = 1_000;
/** A person who holds the code there a moment too long. */
const HELD_TIMES = 4;

async function trigger(link: DeviceLink, on: boolean): Promise<string | undefined> {
  const answer = await link.call('trigger', [on], TRIGGER_LIMITS);
  const taken = answer.ok ? (answer.value as { readonly ok: boolean }).ok : false;
  return taken ? undefined : 'scanner.offline';
}

const scanWith = (hand: (line: string) => Promise<void>, times: () => number) => {
  return async ({ link, round, heard, until }: WorkParts): Promise<string> => {
    const showCode = async (code: string): Promise<void> => {
      let seen = false;
      await until(() => {
        void hand(`scan ${code}`).then(() => {
          seen = true;
        }, notLit);
        return seen ? true : undefined;
      }, LIGHT_LIMIT_MS);
    };
    const dark = await trigger(link, true);
    if (dark !== undefined) return dark;
    for (let time = 0; time < times(); time += 1) await showCode(codeOf(round));
    const events = (): readonly ScannerEvent[] => heard() as readonly ScannerEvent[];
    await until(() => events().find(({ type }) => type === 'scanned'), SCAN_LIMIT_MS);
    await trigger(link, false);
    const scanned = events().flatMap((event) => (event.type === 'scanned' ? [event.text] : []));
    if (scanned.some((text) => text !== codeOf(round))) return 'WRONG CODE';
    if (scanned.length > 1) return 'SCANNED TWICE';
    return scanned.length === 1 ? DONE : 'nothing scanned';
  };
};

/** Nobody told it to look, or its light went out with the first code: it sees nothing. */
function notLit(error: unknown): void {
  if (!(error instanceof RangeError)) throw error;
}

/** Of everything that was ever scanned. */
function harm(events: readonly unknown[]): string[] {
  const codes = [codeOf(1), codeOf(2)];
  const scanned = (events as readonly ScannerEvent[]).filter((event) => event.type === 'scanned');
  return scanned.some(({ text }) => !codes.includes(text)) ? ['a code was told that nobody showed'] : [];
}

const common = {
  device: 'scanner',
  stuckIs: 'a code that is held before it all the time',
} as const;

const newland: DrillSubject = {
  ...common,
  name: 'scanner newland',
  // SCNTRG1, the command to look.
  strikesAt: /53434e54524731/,
  strangerIs: 'lock boards (8A/80) that report doors',
  async start(around) {
    const bench = await startOnLine(around, simulator(scannerSimulator, { trigger: 'newland' }), {
      start: simulator(lockerSimulator, { reports: true }),
      says: 'open 3',
    });
    let times = 1;
    return { ...bench, stuck: heldCode((held) => (times = held)), work: scanWith(bench.hand, () => times), harm };
  },
};

const heldCode = (set: (times: number) => void) => ({ set: () => set(HELD_TIMES), clear: () => set(1) });

const hidPos: DrillSubject = {
  ...common,
  name: 'scanner hid-pos',
  // FD 03 16 54 0D: look.
  strikesAt: /fd0316540d/,
  strangerIs: 'a scanner that types (HID keyboard)',
  async start(around) {
    const folder = join(around.folder, 'stranger');
    await mkdir(folder);
    const openPort = async (): Promise<never> => {
      throw new Error('it has a socket of its own');
    };
    const stranger = await simulator(scannerSimulator, { driver: 'hid-keyboard' })({ ...around, folder, openPort });
    const path = join(around.folder, 'cable');
    const bench = await startOnSocket(
      around,
      simulator(scannerSimulator, { driver: 'hid-pos', trigger: 'honeywell' }),
      {
        at: () => ({ path: join(around.folder, 'scanner.hid') }),
        stranger: { path: join(folder, 'scanner.hid') },
        path,
      },
    );
    let times = 1;
    return {
      ...bench,
      config: { ...(bench.config as object), transport: { kind: 'hidSocket', path } },
      stuck: heldCode((held) => (times = held)),
      garbage: () => bench.hand('noise 02 ff 5d 51 31 00 ff ff ff ff'),
      strangerSpeaks: () => void doByHand(stranger, 'scan 6901234567892'),
      work: scanWith(bench.hand, () => times),
      harm,
      async close() {
        await bench.close();
        await stranger.close();
      },
    };
  },
};

export const scannerSubjects = [newland, hidPos];
