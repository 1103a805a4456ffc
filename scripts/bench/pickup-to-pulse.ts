import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lineTimeMs } from '../../native/transport/paced-port.ts';
import { Resident } from '../../test/support/resident.ts';
import { StaffConsole } from '../../test/support/staff-console.ts';
import { type Rig, startRig } from '../rig/rig.ts';
import type { Bench } from './bench.ts';
import { startCore } from './core.ts';
import { type Figure, figureOf, percentile } from './measure.ts';

const BAUD_RATE = 9600;
/** 8A, board, lock, 11, check. */
const UNLOCK_BYTES = 5;
const UNLOCK = /^8a/;
const GOAL_P95_MS = 60;
const LIMIT_MS = 10_000;
/** Somebody reads what it is and signs. */
const SIGNING_MS = 1_300;
const SIGNATURE = [[100, 500, 300, 300, 500, 700, 900, 400]];

/**
 * Everything is proven and signed: how long until the unlock frame is on the wire. In between lie the evidence and the plan,
 * durable on the disk, two processes, and the silence that the boards need.
 */
export async function pickupToPulse(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 3 : 12;
  const rig = bench.closing(
    await startRig({
      dataDir: join(bench.dir, 'rig'),
      outDir: join(bench.dir, 'paper'),
      more: ['scanner', 'locker'],
      locker: { driver: 'kr-8a', boards: 1, cells: 24 },
      changeConfig: (config) => ({ ...config, parcels: {} }),
    }),
  );
  const core = bench.closing(await startCore(rig.configFile, rig.kioskDataDir));
  const resident = new Resident(core.url);
  bench.closing({ close: () => resident.leave() });
  await resident.until('a locker', ({ screen }) => screen.name === 'attract' && screen.locker === 'ready');
  await putIn(bench, rig, core.url, runs);

  const samples: number[] = [];
  for (const message of rig.phone.messages().slice(0, runs)) {
    samples.push(await signToPulse(rig, resident, message.code ?? '', message.qr ?? ''));
  }
  const p95 = percentile(samples, 0.95);
  return [
    figureOf('locker: proven and signed → unlock frame', 'ms', samples, {
      what: `frame on the line alone (p95 ${p95.toFixed(0)}, goal ${GOAL_P95_MS})`,
      value: lineTimeMs(UNLOCK_BYTES, BAUD_RATE),
    }),
  ];
}

/** Documents that agents may take, so that code and QR code are the two proofs. */
async function putIn(bench: Bench, rig: Rig, url: string, count: number): Promise<void> {
  const [member] = rig.staff;
  if (!member) throw new Error('nobody can sign in');
  const staff = new StaffConsole(url);
  bench.closing({ close: () => staff.leave() });
  await staff.signIn(member);
  await staff.sees('jobs');
  await staff.touch({ type: 'openPutIn' });
  for (let done = 0; done < count; done++) {
    await staff.until('ready for the next', ({ screen }) => screen.name === 'putIn' && screen.done === done);
    await rig.more?.doByHand('scanner', `scan ${310_120_202_600_002 + 2 * done}`);
    const { screen } = await staff.until(
      'open',
      (seen) => seen.screen.name === 'putIn' && seen.screen.stage === 'open',
    );
    if (screen.name === 'putIn') await rig.more?.doByHand('locker', `close ${screen.cell}`);
  }
  await staff.until('all in', ({ screen }) => screen.name === 'putIn' && screen.done === count);
  await staff.touch({ type: 'signOut' });
  await until(() => rig.phone.messages().length >= count, 'the messages');
}

async function signToPulse(rig: Rig, resident: Resident, code: string, qr: string): Promise<number> {
  await resident.sees('attract');
  await resident.touch({ type: 'openPickup' });
  await resident.sees('pickup');
  await rig.more?.doByHand('scanner', `scan ${qr}`);
  await resident.until('the QR code', ({ screen }) => screen.name === 'pickup' && screen.have.qr);
  for (const key of code) await resident.touch({ type: 'key', key });
  const { cell } = await resident.sees('pickupSign');
  await wait(SIGNING_MS);

  const signedAt = Date.now();
  await resident.touch({ type: 'sign', signature: SIGNATURE });
  const pulseAt = await until(
    () =>
      rig.frames
        .last()
        .find(
          ({ wire, direction, text, at }) =>
            wire === 'locker' && direction === 'toDevice' && at >= signedAt && UNLOCK.test(text),
        )?.at,
    'an unlock frame',
  );
  await resident.until('open', ({ screen }) => screen.name === 'lockerDoor' && screen.stage === 'open');
  await rig.more?.doByHand('locker', `close ${cell}`);
  // These boards do not see inside: whoever was there is asked.
  await resident.sees('lockerEnd');
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'leave' });
  return pulseAt - signedAt;
}

async function until<T>(look: () => T, what: string): Promise<NonNullable<T>> {
  const endMs = Date.now() + LIMIT_MS;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (Date.now() > endMs) throw new Error(`waited for ${what}`);
    await wait(20);
  }
}
