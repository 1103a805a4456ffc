import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { touch } from '../../scripts/journey/browser.ts';

/** As people do: touches within 600 ms of one another are one impatient hand, and the page drops all but the first. */
export const PERSON_PAUSE_MS = 700;

/** Touches a button after the pause that a person makes. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.waitForTimeout(PERSON_PAUSE_MS);
  await touch(page, name);
}

/** One key of the keyboard on the screen after the other, as quick as a finger is. */
export async function type(page: Page, letters: string): Promise<void> {
  await page.waitForTimeout(PERSON_PAUSE_MS);
  for (const letter of letters) await page.getByRole('button', { name: letter, exact: true }).tap();
}

export async function axeFindsNothing(page: Page): Promise<void> {
  // Colours on their way from one state to the next (200 ms at most) are not what anybody reads.
  await page.waitForTimeout(PERSON_PAUSE_MS);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
