import type { ErrorCode } from '../../../contract/errors.ts';
import type { LockerCase } from '../../../contract/locker.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Scanned } from '../../../contract/scanned.ts';
import type { StaffScreen } from '../../../contract/staff.ts';
import { staffSnapshotSchema } from '../../../contract/staff.ts';
import { ManualClock } from '../../../native/manual-clock.ts';
import type { Locker } from '../../locker/locker.ts';
import { recordingLog } from '../../store/test-store.ts';
import { createStaffDesk } from '../create-staff-desk.ts';
import type { CheckSignIn } from '../sign-in/check-sign-in.ts';
import type { StaffDesk } from '../staff-desk.ts';
import { type FakeLocker, fakeLocker } from './fake-locker.ts';

/** Lets every promise that is already resolved go on. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const lockerCase = (caseNumber: string): LockerCase => ({
  caseNumber,
  direction: 'document',
  itemName: { zh: '居住证', en: 'Residence permit' },
  holder: { cardKind: 'resident', name: '王桂兰', idNumber: '310104195604121229' },
  maskedMobile: '138****1234',
  agents: false,
  size: 'medium',
});

export const caseNumber = (index: number): string => `310120202600${String(index).padStart(3, '0')}`;
export const scan = (number: string): Scanned => ({ kind: 'caseNumber', caseNumber: number });

type ScreenOf<N extends StaffScreen['name']> = Extract<StaffScreen, { name: N }>;

export interface DeskRig<L> {
  readonly desk: StaffDesk;
  readonly locker: L;
  readonly clock: ManualClock;
  readonly entries: ReturnType<typeof recordingLog>['entries'];
  /** What the center answers of a case; absent: it is fine. */
  readonly answers: Map<string, ErrorCode>;
  /** Whether the scanner was told to look. */
  readonly looking: boolean[];
  readonly asked: string[];
  closed(): number;
  /** The screen, which must have this name. Checked against the contract. */
  screen<N extends StaffScreen['name']>(name: N): ScreenOf<N>;
  /** Any screen, checked against the contract. */
  anyScreen(): StaffScreen;
  type(keys: string): void;
  scan(caseNumber: string): Promise<void>;
}

export interface RigOptions<L> {
  readonly locker: L;
  readonly checkSignIn?: CheckSignIn;
  readonly fingerprint?: (idNumber: string) => Buffer;
}

/** A desk on a locker. Without a `checkSignIn`, PIN 4711 opens for any number; 9… are administrators. */
export function rigOver<L extends Pick<Locker, 'view' | 'staff'>>(options: RigOptions<L>): DeskRig<L> {
  const clock = new ManualClock();
  const { log, entries } = recordingLog();
  const answers = new Map<string, ErrorCode>();
  const looking: boolean[] = [];
  const asked: string[] = [];
  let closed = 0;
  const desk = createStaffDesk({
    locker: options.locker,
    checkSignIn: options.checkSignIn ?? anybody,
    isListed: async () => true,
    fingerprint: options.fingerprint ?? ((idNumber) => Buffer.from(idNumber)),
    async findCase(number): Promise<Result<LockerCase, ErrorCode>> {
      asked.push(number);
      const answer = answers.get(number);
      return answer === undefined ? ok(lockerCase(number)) : err(answer);
    },
    lookForCode: (on) => void looking.push(on),
    hasScanner: () => true,
    offline: () => false,
    clock,
    log,
    kiosk: { id: '310120-0042', site: '关港村党群服务站' },
    onClosed: () => void closed++,
  });
  const screen = <N extends StaffScreen['name']>(name: N): ScreenOf<N> => {
    const { screen: shown } = staffSnapshotSchema.parse(desk.snapshot());
    if (!isNamed(shown, name)) throw new Error(`the screen is ${shown.name}, not ${name}`);
    return shown;
  };
  return {
    desk,
    locker: options.locker,
    clock,
    entries,
    answers,
    looking,
    asked,
    closed: () => closed,
    screen,
    anyScreen: () => staffSnapshotSchema.parse(desk.snapshot()).screen,
    type(keys) {
      for (const key of keys.split(/(?=.)/)) desk.send({ type: 'key', key: digit(key) });
      desk.send({ type: 'key', key: 'enter' });
    },
    async scan(number) {
      desk.scanned(scan(number));
      await settle();
    },
  };
}

/** Signed in as 1001, on a locker in the test's hand. */
export async function signedInRig(number = '1001', size?: number): Promise<DeskRig<FakeLocker>> {
  const rig = rigOver({ locker: fakeLocker(size) });
  await signIn(rig, number);
  return rig;
}

export async function signIn<L>(rig: DeskRig<L>, number: string): Promise<void> {
  rig.desk.send({ type: 'open' });
  rig.type(number);
  rig.type('4711');
  await settle();
}

const anybody: CheckSignIn = async ({ number = '1001', pin }) =>
  pin === '4711'
    ? ok({
        number,
        name: '王芳',
        role: number.startsWith('9') ? 'administrator' : 'staff',
        active: true,
        pin: { n: 2 ** 15, r: 8, p: 1, salt: '', hash: '' },
      })
    : err({ code: 'staff.wrong' });

function isNamed<N extends StaffScreen['name']>(screen: StaffScreen, name: N): screen is ScreenOf<N> {
  return screen.name === name;
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
function digit(key: string): (typeof DIGITS)[number] {
  const found = DIGITS.find((each) => each === key);
  if (found === undefined) throw new Error(`no key ${key}`);
  return found;
}
