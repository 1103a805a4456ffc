import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRoster } from '../../main/staff/roster.ts';
import { rosterPath } from '../../main/staff/roster-file.ts';
import { createCheckSignIn, type SignInProof } from '../../main/staff/sign-in/check-sign-in.ts';
import { createTries } from '../../main/staff/sign-in/tries.ts';
import { recordingLog, temporaryDirectory, temporaryStore } from '../../main/store/test-store.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { readStaffArguments } from './arguments.ts';
import { runStaff } from './run.ts';

const CARD = '310104198802031221';

/** A kiosk that runs, and the command beside it. */
function machine() {
  const { log } = recordingLog();
  const { store, sealer, directory } = temporaryStore();
  const clock = new ManualClock();
  const tries = createTries({ db: store.db, log, clock });
  const check = createCheckSignIn({ roster: createRoster(directory, log), tries, log });
  return {
    directory,
    clock,
    card: sealer.fingerprint(CARD).toString('hex'),
    async signIn(proof: SignInProof): Promise<string> {
      const answer = await check(proof);
      return answer.ok ? `${answer.value.number} ${answer.value.role}` : answer.error.code;
    },
    async staff(line: string): Promise<string> {
      const read = readStaffArguments([...line.split(' '), '--data', directory], {});
      if (!read.ok || read.value.name === 'help') throw new Error(line);
      const done = await runStaff(read.value, clock.date());
      return done.ok ? done.value : `refused: ${done.error}`;
    },
  };
}

const pinIn = (said: string): string => /PIN (\d{6})$/m.exec(said)?.[1] ?? '';

test('added while the kiosk runs: signs in with the PIN that was shown once, which is nowhere in the file', async () => {
  const { staff, signIn, directory } = machine();
  const pin = pinIn(await staff('add 1001 --name 王芳'));
  expect(pin).toHaveLength(6);
  expect(await signIn({ number: '1001', pin })).toBe('1001 staff');
  expect(readFileSync(rosterPath(directory), 'utf8')).not.toContain(pin);
  expect(statSync(rosterPath(directory)).mode & 0o777).toBe(0o600);
  expect(await staff('list')).toMatch(/^1001 +staff +PIN +王芳$/);
});

test('an administrator signs in with card and PIN; the number of the card is nowhere in the file', async () => {
  const { staff, signIn, directory, card } = machine();
  const pin = pinIn(await staff(`add 9001 --name 李强 --role administrator --card ${CARD}`));
  expect(await signIn({ number: '9001', pin })).toBe('staff.needsCard');
  expect(await signIn({ card, pin })).toBe('9001 administrator');
  expect(readFileSync(rosterPath(directory), 'utf8')).not.toContain(CARD);
  expect(await staff(`add 1002 --name 王芳 --card ${CARD}`)).toBe('refused: this card belongs to 9001 李强');
});

test('removed: out at once, and the number goes to nobody else', async () => {
  const { staff, signIn } = machine();
  const pin = pinIn(await staff('add 1001 --name 王芳'));
  await staff('remove 1001');
  expect(await signIn({ number: '1001', pin })).toBe('staff.wrong');
  expect(await staff('add 1001 --name 李强')).toContain('never given to a second person');
  expect(await staff('reset-pin 1001')).toContain('nobody with the number');
  const again = pinIn(await staff('add 1001 --name 王芳'));
  expect(await signIn({ number: '1001', pin: again })).toBe('1001 staff');
});

test('a lock-out is cleared beside the running kiosk, and by a new PIN', async () => {
  const { staff, signIn, clock } = machine();
  const pin = pinIn(await staff('add 1001 --name 王芳'));
  const lockOut = async (): Promise<void> => {
    await clock.advance(1_000);
    for (let tries = 1; tries <= 5; tries++) await signIn({ number: '1001', pin: '0000' });
    await clock.advance(1_000);
  };
  await lockOut();
  expect(await signIn({ number: '1001', pin })).toBe('staff.locked');
  await staff('lock-out-clear 1001');
  expect(await signIn({ number: '1001', pin })).toBe('1001 staff');
  await lockOut();
  const fresh = pinIn(await staff('reset-pin 1001'));
  expect(await signIn({ number: '1001', pin: fresh })).toBe('1001 staff');
  await clock.advance(1_000);
  for (let tries = 1; tries <= 5; tries++) await signIn({ number: '7777', pin: '0000' });
  await clock.advance(1_000);
  await staff('lock-out-clear');
  expect(await signIn({ number: '7777', pin: '0000' })).toBe('staff.wrong');
});

test('a list that cannot be used is left as it is', async () => {
  const { staff, directory } = machine();
  await staff('add 1001 --name 王芳');
  chmodSync(rosterPath(directory), 0o640);
  expect(await staff('add 1002 --name 李强')).toContain('chmod 600');
  chmodSync(rosterPath(directory), 0o600);
  writeFileSync(rosterPath(directory), 'half');
  expect(await staff('add 1002 --name 李强')).toContain('damaged');
  expect(readFileSync(rosterPath(directory), 'utf8')).toBe('half');
});

test('a directory that is no kiosk’s is refused and left as it is; the one meant is named', async () => {
  const directory = temporaryDirectory();
  const add = async (data: string): Promise<string> => {
    const read = readStaffArguments(['add', '1001', '--name', '王芳', '--data', data], {});
    if (!read.ok || read.value.name === 'help') throw new Error('not read');
    const done = await runStaff(read.value);
    return done.ok ? done.value : `refused: ${done.error}`;
  };
  expect(await add(join(directory, 'nowhere'))).toContain('there is no such directory');
  expect(await add(directory)).toMatch(/^refused: .* is no kiosk's data, .*in it$/);
  mkdirSync(join(directory, 'kiosk', 'secrets'), { recursive: true, mode: 0o700 });
  expect(await add(directory)).toContain(`did you mean ${join(directory, 'kiosk')}?`);
  expect(readdirSync(directory)).toEqual(['kiosk']);
  expect(await add(join(directory, 'kiosk'))).toContain('PIN');
});

test('exit codes: 0, 1 if it cannot be done, 2 if the command is wrong; errors are one line', () => {
  const { directory } = machine();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8', timeout: 30_000 });
  expect(run('list', '--data', directory)).toMatchObject({ status: 0, stderr: '' });
  const failed = run('remove', '1001', '--data', directory);
  expect([failed.status, failed.stderr.trim().split('\n').length]).toEqual([1, 1]);
  const wrong = run('remove', '--data', directory);
  expect([wrong.status, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(run('--help').stdout).toContain('lock-out-clear');
});
