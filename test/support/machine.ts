import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScreenName } from '../../contract/screen.ts';
import { type RunningKiosk, startKiosk } from '../../scripts/rig/kiosk.ts';
import { DEMO_KIOSK_ID, enrolledKey } from '../../scripts/rig/kiosk-files.ts';
import { personById } from '../../scripts/rig/people.ts';
import { type Rig, type RigOptions, startRig } from '../../scripts/rig/rig.ts';
import { Resident } from './resident.ts';

const QUICK = { firstPageMs: 150, pageMs: 100, receiptLineMs: 0 };
const POLL_INTERVAL_MS = 50;

/** Screens from which the next person's card begins a visit. */
const FREE: readonly ScreenName[] = ['attract', 'goodbye', 'takeAway', 'cardTrouble'];

export const MEDICAL_ACCOUNT = '310025000101';

/** What the center has of one transaction. */
export interface ReportedTransaction {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly errorCode?: string | null;
}

/** A whole machine in a folder of its own: rig, core, and somebody who stands before it. */
export interface Machine {
  readonly rig: Rig;
  readonly kiosk: RunningKiosk;
  readonly resident: Resident;
  put(person: string): void;
  take(): void;
  /** The person goes: whatever is shown is left, the card is taken, and the next one may come. */
  goes(): Promise<void>;
  /** Card on the reader, item chosen, confirmed. */
  ask(person?: string, itemCode?: string): Promise<void>;
  /** …until the record is there and its paper is laid out. */
  toRecord(person?: string, itemCode?: string): Promise<void>;
  /** What the center has, asked directly, past the line to the kiosk. */
  reported(): Promise<readonly ReportedTransaction[]>;
  untilReported(holds: (all: readonly ReportedTransaction[]) => boolean): Promise<readonly ReportedTransaction[]>;
  close(): Promise<void>;
}

/** @param beforeKiosk what happens while everything is there but the kiosk: a cable is pulled, a file is spoiled */
export async function startMachine(
  options: Partial<RigOptions> = {},
  beforeKiosk: (rig: Rig) => Promise<void> = async () => undefined,
): Promise<Machine> {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-'));
  const rig = await startRig({ dataDir: join(dir, 'data'), outDir: join(dir, 'out'), speed: QUICK, ...options });
  const kiosk = await beforeKiosk(rig)
    .then(() => startKiosk(rig))
    .catch(async (error: unknown) => {
      await rig.close();
      throw error;
    });
  const resident = new Resident(kiosk.url);
  const key = enrolledKey(rig.kioskDataDir);

  const machine: Machine = {
    rig,
    kiosk,
    resident,
    put: (person) => rig.idCard.putCard(personById(rig.people, person).card),
    take: () => rig.idCard.takeCard(),
    async goes() {
      rig.idCard.takeCard();
      for (let tries = 0; tries < 100; tries++) {
        await resident.touch({ type: 'leave' });
        const { screen } = resident.snapshot();
        if (FREE.includes(screen.name) && !(screen.name === 'takeAway' && screen.card)) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
      }
      throw new Error(`the visit does not end; saw ${resident.seen.join(', ')}`);
    },
    async ask(person = 'wang-guilan', itemCode = MEDICAL_ACCOUNT) {
      machine.put(person);
      await resident.sees('home');
      await resident.touch({ type: 'chooseItem', code: itemCode });
      await resident.sees('confirm');
      await resident.touch({ type: 'confirm' });
    },
    async toRecord(person, itemCode) {
      await machine.ask(person, itemCode);
      await resident.until('a laid-out record', ({ screen }) => screen.name === 'record' && screen.pages !== undefined);
    },
    async reported() {
      const answer = await fetch(`${rig.center.url}/v1/transactions`, {
        headers: { authorization: `Bearer ${key}`, 'x-tongban-kiosk': DEMO_KIOSK_ID },
      });
      const { transactions } = (await answer.json()) as { transactions: ReportedTransaction[] };
      return transactions;
    },
    async untilReported(holds) {
      for (let waited = 0; waited < 30_000; waited += POLL_INTERVAL_MS) {
        const all = await machine.reported();
        if (holds(all)) return all;
        await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
      }
      throw new Error(`the center has ${JSON.stringify(await machine.reported())}`);
    },
    async close() {
      resident.leave();
      try {
        await kiosk.stop();
      } finally {
        await rig.close();
        rmSync(dir, { recursive: true, force: true });
      }
    },
  };
  return machine;
}
