import type { BrowserContext, Page } from '@playwright/test';
import type { StaffScreen } from '../../contract/staff.ts';
import type { SimulatedCabinet } from '../../native/lockboard/simulator/cabinet.ts';
import { openTouchPage } from '../../scripts/journey/browser.ts';
import type { DemoMember } from '../../scripts/rig/demo-staff.ts';
import type { RigOptions } from '../../scripts/rig/rig.ts';
import { type Machine, startMachine } from './machine.ts';
import { StaffConsole } from './staff-console.ts';

const SECOND_SCREEN = { width: 1920, height: 1080 };
const POLL_INTERVAL_MS = 25;
const WAIT_LIMIT_MS = 20_000;

export const CASE = (number: number): string => `310120202600${String(number).padStart(3, '0')}`;

/** A machine with a locker, its two pages, and the hands before both. */
export interface LockerSite {
  readonly machine: Machine;
  readonly cabinet: SimulatedCabinet;
  /** The machine's own page. */
  readonly front: Page;
  /** The staff's page on the second screen behind it. */
  readonly back: Page;
  /** Holds a code before the scanner. */
  scan(text: string): Promise<void>;
  member(number: string): DemoMember;
  /** Signs in without the page, which follows. */
  signIn(number: string): Promise<void>;
  /** Staff put these in, by scans at the second screen, without its page. Answers the cells. */
  putIn(...cases: readonly number[]): Promise<readonly number[]>;
  /** The newest message about this item that has codes. */
  codesFor(item: string): Promise<{ readonly code: string; readonly qr: string }>;
  close(): Promise<void>;
}

type PutInScreen = Extract<StaffScreen, { name: 'putIn' }>;

export async function eventually<T>(what: string, look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < WAIT_LIMIT_MS; waited += POLL_INTERVAL_MS) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  throw new Error(`waited ${WAIT_LIMIT_MS} ms for ${what}`);
}

/** Puts one thing in after the other; the door of each is closed on it. */
async function putAllIn(
  staff: StaffConsole,
  site: Pick<LockerSite, 'scan' | 'cabinet'>,
  cases: readonly number[],
): Promise<number[]> {
  const cells: number[] = [];
  for (const number of cases) {
    await site.scan(CASE(number));
    const isOpen = (screen: StaffScreen): screen is PutInScreen => screen.name === 'putIn' && screen.stage === 'open';
    const { screen } = await staff.until(`a door for ${number}`, (snapshot) => isOpen(snapshot.screen));
    if (!isOpen(screen) || screen.cell === undefined) throw new Error('an open door without a cell');
    const { cell } = screen;
    site.cabinet.put(cell);
    site.cabinet.close(cell);
    cells.push(cell);
    await staff.until('the next scan', (now) => now.screen.name === 'putIn' && now.screen.done === cells.length);
  }
  return cells;
}

export async function openLockerSite(options: Partial<RigOptions>): Promise<LockerSite> {
  const machine = await startMachine({ more: ['scanner', 'locker'], ...options });
  const more = machine.rig.more;
  const cabinet = more?.cabinet;
  if (!cabinet) throw new Error('the rig has no locker');
  const shown = await openTouchPage(machine.kiosk.url);
  const behind = await openStaffPage(shown.page, machine.kiosk.url);
  const scan = (text: string): Promise<void> => more.doByHand('scanner', `scan ${text}`);
  const member = (number: string): DemoMember => {
    const found = machine.rig.staff.find((one) => one.number === number);
    if (!found) throw new Error(`nobody of the staff is ${number}`);
    return found;
  };
  const atDesk = async <T>(number: string, work: (staff: StaffConsole) => Promise<T>): Promise<T> => {
    const staff = new StaffConsole(machine.kiosk.url);
    try {
      await staff.signIn(member(number));
      await staff.sees('jobs');
      return await work(staff);
    } finally {
      staff.leave();
    }
  };
  await lockerReady(machine);
  return {
    machine,
    cabinet,
    front: shown.page,
    back: behind.page,
    scan,
    member,
    signIn: (number) => atDesk(number, async () => undefined),
    putIn: (...cases) =>
      atDesk('1001', async (staff) => {
        await staff.touch({ type: 'openPutIn' });
        await staff.sees('putIn');
        const cells = await putAllIn(staff, { scan, cabinet }, cases);
        await staff.touch({ type: 'signOut' });
        await staff.sees('closed');
        return cells;
      }),
    codesFor: (item) =>
      eventually(`a message about ${item}`, () => {
        const { code, qr } =
          machine.rig.phone.messages().find(({ text, qr }) => qr && text.includes(`“${item}”`)) ?? {};
        return code !== undefined && qr !== undefined ? { code, qr } : undefined;
      }),
    async close() {
      await behind.context.close();
      await shown.close();
      await machine.close();
    },
  };
}

/** All sensors were read and compared. */
export async function lockerReady({ resident }: Machine): Promise<void> {
  await resident.until('a locker', ({ screen }) => screen.name === 'attract' && screen.locker === 'ready');
}

async function openStaffPage(front: Page, url: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await front.context().browser()?.newContext({ viewport: SECOND_SCREEN, hasTouch: true });
  if (!context) throw new Error('the page has no browser');
  const page = await context.newPage();
  const { origin, searchParams } = new URL(url);
  await page.goto(`${origin}/staff.html?token=${searchParams.get('token')}`);
  return { page, context };
}
