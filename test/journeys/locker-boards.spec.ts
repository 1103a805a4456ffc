import { expect, test } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import { picture, putInAt, signAndTake, staffSees } from '../support/locker-gestures.ts';
import { CASE, type LockerSite, openLockerSite } from '../support/locker-hand.ts';

// The same way at every family of lock-control boards: in by scanning alone, out by card, code and signature.

const SOCIAL_CARD = CASE(2);

let site: LockerSite | undefined;
test.afterEach(async () => {
  await site?.close();
  site = undefined;
});

for (const driver of ['kr-8a', 'wkly', 'cu48', 'modbus-relay']) {
  const looks = driver === 'cu48';

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
    if (looks) await axeFindsNothing(front);
    await picture(front, `${driver}-attract`);
    machine.put('wang-guilan');
    await waitForScreen(front, 'home');
    await picture(front, `${driver}-home`);
    await press(front, /^取件/);
    await waitForScreen(front, 'pickup');
    if (looks) await axeFindsNothing(front);
    await type(front, code);
    expect(await signAndTake(site)).toBe(cell);
    // No sensor looks inside: whoever was let to the door is asked.
    await expect(front.getByRole('heading', { name: '拿到了吗？' })).toBeVisible();
    if (looks) await axeFindsNothing(front);
    await picture(front, `${driver}-ask-taken`);
    await press(front, '拿到了');
    await expect(front.getByRole('heading', { name: '取好了，柜门已关' })).toBeVisible({ timeout: 20_000 });
    machine.take();
    await waitForScreen(front, 'attract');

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
