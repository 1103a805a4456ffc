import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Machine, startMachine } from '../support/machine.ts';
import { StaffConsole } from '../support/staff-console.ts';

const CASE = '310120202600002';
const SIGNATURE = [[100, 500, 300, 300, 500, 700, 900, 400]];

let machine: Machine;
let staff: StaffConsole;
beforeEach(async () => {
  machine = await startMachine({ more: ['scanner', 'locker'] });
  staff = new StaffConsole(machine.kiosk.url);
  await machine.resident.until('the locker', ({ screen }) => screen.name === 'attract' && screen.locker === 'ready');
});
afterEach(async () => {
  staff.leave();
  await machine.close();
});

const hand = (device: 'locker' | 'scanner', line: string): Promise<void> =>
  machine.rig.more?.doByHand(device, line) ?? Promise.reject(new Error('no such device'));

function member(): { readonly number: string; readonly pin: string } {
  const [first] = machine.rig.staff;
  if (!first) throw new Error('nobody can sign in');
  return first;
}

/** Staff put a document in; the code that its holder gets. */
async function deposited(): Promise<{ readonly code: string; readonly qr: string }> {
  await staff.signIn(member());
  await staff.sees('jobs');
  await staff.touch({ type: 'openPutIn' });
  await staff.sees('putIn');
  await hand('scanner', `scan ${CASE}`);
  const { screen } = await staff.until(
    'an open door',
    (now) => now.screen.name === 'putIn' && now.screen.stage === 'open',
  );
  const cell = screen.name === 'putIn' ? screen.cell : undefined;
  await hand('locker', `item ${cell} on`);
  await hand('locker', `close ${cell}`);
  await staff.until('one put in', (now) => now.screen.name === 'putIn' && now.screen.done === 1);
  await staff.touch({ type: 'signOut' });
  return untilMessage();
}

async function untilMessage(): Promise<{ readonly code: string; readonly qr: string }> {
  for (let tries = 0; tries < 200; tries++) {
    const found = machine.rig.phone.messages().find(({ code, qr }) => code && qr);
    if (found?.code && found.qr) return { code: found.code, qr: found.qr };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no message came');
}

async function type(code: string): Promise<void> {
  for (const key of code) await machine.resident.touch({ type: 'key', key });
}

test('kill -9 of the core while the resident’s door stands open: nobody is let to it until staff have looked', async () => {
  const { resident, kiosk } = machine;
  const { code } = await deposited();
  machine.put('wang-guilan');
  await resident.sees('home');
  await resident.touch({ type: 'openPickup' });
  await resident.sees('pickup');
  await type(code);
  const { cell } = await resident.sees('pickupSign');
  await resident.touch({ type: 'sign', signature: SIGNATURE });
  await resident.until('open', ({ screen }) => screen.name === 'lockerDoor' && screen.stage === 'open');
  const pid = kiosk.corePid();
  process.kill(pid, 'SIGKILL');
  // She shuts it again without having taken anything, while nothing looks.
  await hand('locker', `close ${cell}`);

  machine.take();
  await resident.until('the restarted core', () => kiosk.corePid() !== pid && kiosk.corePid() !== 0);
  await resident.until('the locker', ({ screen }) => screen.name === 'attract' && screen.locker === 'ready');
  machine.put('wang-guilan');
  await resident.sees('home');
  await resident.touch({ type: 'openPickup' });
  await resident.sees('pickup');
  await type(code);
  await resident.until('a refusal', ({ screen }) => screen.name === 'pickup' && screen.refused === 'pickup.notReady');
  expect(machine.rig.more?.cabinet?.isOpen(cell)).toBe(false);
  await machine.goes();

  staff.leave();
  staff = new StaffConsole(kiosk.url);
  await staff.signIn(member());
  expect((await staff.sees('jobs')).counts).toMatchObject({ exceptions: 1, out: 1 });
});

test('the board is pulled off while somebody signs: a sentence, no door; plugged again it opens', async () => {
  const { resident } = machine;
  const { code, qr } = await deposited();
  await resident.touch({ type: 'openPickup' });
  await resident.sees('pickup');
  await hand('scanner', `scan ${qr}`);
  await resident.until('the QR code', ({ screen }) => screen.name === 'pickup' && screen.have.qr);
  await type(code);
  const { cell } = await resident.sees('pickupSign');
  await hand('locker', 'unplug');
  await resident.touch({ type: 'sign', signature: SIGNATURE });
  const trouble = await resident.sees('trouble');
  expect(trouble.code).toBe('locker.offline');
  expect(machine.rig.more?.cabinet?.isOpen(cell)).toBe(false);
  await resident.touch({ type: 'leave' });
  await hand('locker', 'plug');

  await resident.until('the locker again', ({ screen }) => screen.name === 'attract' && screen.locker === 'ready');
  await resident.touch({ type: 'openPickup' });
  await resident.sees('pickup');
  await hand('scanner', `scan ${qr}`);
  await resident.until('the QR code', ({ screen }) => screen.name === 'pickup' && screen.have.qr);
  await type(code);
  await resident.sees('pickupSign');
  await resident.touch({ type: 'sign', signature: SIGNATURE });
  await resident.until('open', ({ screen }) => screen.name === 'lockerDoor' && screen.stage === 'open');
  expect(machine.rig.more?.cabinet?.isOpen(cell)).toBe(true);
});
