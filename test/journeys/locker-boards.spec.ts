import { expect, test } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import { picture, putInAt, signAndTake, staffSees } from '../support/locker-gestures.ts';
import { CASE, type LockerSite, openLockerSite } from '../support/locker-hand.ts';

// Boards that have no sensors inside: in by scanning alone, out by card, code, signature and a word that it was taken.
// These two are the farthest from each other on the wire; the locker's model test goes through every family.

const SOCIAL_CARD = CASE(2);

let site: LockerSite | undefined;
test.afterEach(async () => {
  await site?.close();
  site = undefined;
});

for (const driver of ['kr-8a', 'wkly', 'cu48', 'modbus-relay']) {
  test(`${driver}: put in by a scan, picked up with card and code, and the center has both`, async () => {
    site = await openLockerSite({ locker: { driver, boards: 1, cells: 8 } });
    const { machine, front, back } = site;

    await site.signIn('1001');
    await staffSees(back, 'jobs');
    await press(back, /放入证照/);
    await staffSees(back, 'putIn');
    const cell = await putInAt(site, SOCIAL_CARD, 1);
    await expect(back.getByText(`刚放入 ${cell} 号柜`)).toBeVisible();

    const { code } = await site.codesFor('社会保障卡');
    await picture(front, `${driver}-attract`);
    machine.put('wang-guilan');
    await waitForScreen(front, 'home');
    await picture(front, `${driver}-home`);
    await press(front, /^取件/);
    await waitForScreen(front, 'pickup');
    await type(front, code);
    expect(await signAndTake(site)).toBe(cell);
    // No sensor looks inside: whoever was let to the door is asked.
    await expect(front.getByRole('heading', { name: '拿到了吗？' })).toBeVisible();
    await picture(front, `${driver}-ask-taken`);
    await press(front, '拿到了');
    await expect(front.getByRole('heading', { name: '取好了，柜门已关' })).toBeVisible({ timeout: 20_000 });

    await expect
      .poll(() => caseAtCenter(machine, SOCIAL_CARD), { timeout: 20_000 })
      .toEqual({
        parcels: ['released'],
        acts: ['putIn closed staff', 'pickUp closed holder'],
        notices: ['deposited', 'taken'],
        evidence: 1,
      });
    expect(site.cabinet.pulses()).toEqual([cell, cell]);
    expect(site.cabinet.violations()).not.toContain('twoLocksAtOnce');
  });
}
