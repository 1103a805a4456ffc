import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { personById } from '../rig/people.ts';
import type { Rig } from '../rig/rig.ts';
import { touch, waitForScreen } from './browser.ts';

export interface Step {
  readonly name: string;
  readonly ms: number;
  /** Of that, what the simulated device took by itself. */
  readonly deviceMs: number;
}

export interface VisitRequest {
  readonly rig: Rig;
  readonly page: Page;
  readonly person: string;
  readonly item: RegExp;
  /** Where a screenshot of every screen goes; absent: none are taken, so that they cost no time. */
  readonly pictures?: string;
}

/** A person looks before touching again; the page drops touches that follow each other more quickly. */
const PERSON_PAUSE_MS = 700;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
};

/** One whole visit, driven by touch: card on the reader → paper → receipt → rating → card off. */
export async function visit({ rig, page, person, item, pictures }: VisitRequest): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let shot = 0;
  const picture = async (name: string): Promise<void> => {
    if (!pictures) return;
    shot++;
    await page.screenshot({
      // Transitions at their end: a button that has just become possible looks possible.
      animations: 'disabled',
      path: join(pictures, `${String(shot).padStart(2, '0')}-${name.replace(/.*→ /, '').replaceAll(' ', '-')}.png`),
    });
  };
  const step = async (name: string, work: () => Promise<unknown>, deviceMs: () => number = () => 0): Promise<void> => {
    await wait(PERSON_PAUSE_MS);
    const ms = await elapsed(work);
    steps.push({ name, ms, deviceMs: Math.round(deviceMs()) });
    await picture(name);
  };

  await waitForScreen(page, 'attract');
  await picture('attract');
  await step(
    'card → home',
    async () => {
      rig.idCard.putCard(personById(rig.people, person).card);
      await waitForScreen(page, 'home');
    },
    () => rig.idCard.deviceBusyMs(),
  );
  await step('item → confirm', async () => {
    await touch(page, item);
    await waitForScreen(page, 'confirm');
  });
  await step('confirm → record', async () => {
    await touch(page, /同意并查询/);
    await waitForScreen(page, 'record');
    // The document is laid out by now when the button says how many pages there are.
    await page.getByRole('button', { name: /^打印.*页/ }).waitFor();
  });
  await step('print → printing', async () => {
    await touch(page, /^打印.*页/);
    await waitForScreen(page, 'printing', 'printed');
  });
  await step(
    'printing → printed',
    () => waitForScreen(page, 'printed', 'rating'),
    () => Number.POSITIVE_INFINITY,
  );
  await step(
    'receipt → rating',
    () => waitForScreen(page, 'rating'),
    () => Number.POSITIVE_INFINITY,
  );
  await step('rating → take away', async () => {
    await touch(page, /^非常满意/);
    await waitForScreen(page, 'takeAway');
  });
  await step('card off → goodbye', async () => {
    rig.idCard.takeCard();
    await waitForScreen(page, 'goodbye');
  });
  await step('goodbye → attract', () => waitForScreen(page, 'attract'));
  return steps.map((one) => ({ ...one, deviceMs: Math.min(one.deviceMs, one.ms) }));
}

/** The software's share of the time from card to "printing": everything but the simulated device's own delays. */
export function softwareShareMs(steps: readonly Step[]): number {
  const last = steps.findIndex(({ name }) => name === 'print → printing');
  return steps.slice(0, last + 1).reduce((sum, { ms, deviceMs }) => sum + ms - deviceMs, 0);
}
