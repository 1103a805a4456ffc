import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../idcard/reader-test-rig.ts';
import {
  type SocialCardTestRig,
  specimenChip,
  specimenSocialCard,
  startSocialCardTestRig,
  testFolder,
} from './reader-test-rig.ts';
import { muteChip, otherChip, type SimulatedCard } from './simulator/card-program.ts';
import { type RealPcscd, startRealPcscd, whyNoRealPcscd } from './simulator/real-pcscd.ts';

/** pcsc-lite's own daemon with vsmartcard's reader: what the double only claims is proved here. */
const reason = whyNoRealPcscd();
const READ = ['presented', 'read'];

describe.skipIf(reason !== undefined)(`with a real pcscd${reason ? ` (not here: ${reason})` : ''}`, () => {
  let folder: ReturnType<typeof testFolder>;
  let pcscd: RealPcscd;
  let rig: SocialCardTestRig;

  beforeEach(async () => {
    folder = testFolder();
    pcscd = await startRealPcscd(folder.path);
    rig = startSocialCardTestRig(pcscd.socket, { reader: 'Virtual PCD 00 00' });
    await rig.deviceIs('online');
  });
  afterEach(async () => {
    await rig.end();
    await pcscd.close();
    folder.end();
  });

  test('a card is read, taken out and followed by another', async () => {
    pcscd.slot.insert(specimenChip('li-jianguo'));
    await rig.tells(READ);
    expect(rig.lastRead()).toEqual(specimenSocialCard('li-jianguo'));
    pcscd.slot.take();
    await rig.tells([...READ, 'removed']);
    pcscd.slot.insert(specimenChip('wang-guilan', { records: 'byNumber', select: 'anywhere' }));
    await rig.tells([...READ, 'removed', ...READ]);
    expect(rig.lastRead()).toEqual(specimenSocialCard('wang-guilan'));
    expect(rig.meter.snapshot()).toMatchObject({ discardedBytes: 0 });
  });

  test('a bank card, then one upside down', async () => {
    pcscd.slot.insert(otherChip());
    await rig.tells(['presented', 'failed socialCard.unsupported']);
    pcscd.slot.take();
    await rig.tells(['presented', 'failed socialCard.unsupported', 'removed']);
    pcscd.slot.insert(muteChip());
    await rig.tells([
      'presented',
      'failed socialCard.unsupported',
      'removed',
      'presented',
      'failed socialCard.unreadable',
    ]);
    expect(rig.health.at(-1)?.evidence).toContain('cardUnpowered');
  });

  test('a card pulled out while it is read', async () => {
    const chip = specimenChip();
    const pulled: SimulatedCard = {
      ...chip,
      command(apdu) {
        if (apdu[1] === 0xb2) pcscd.slot.take();
        return chip.command(apdu);
      },
    };
    pcscd.slot.insert(pulled);
    await eventually(
      30_000,
      () => rig.story().at(-1) === 'removed',
      () => rig.story().join(', '),
    );
    // A pcscd that takes long to see that the slot is empty leaves room for a second try, which fails as well.
    const [presented, failed, ...rest] = rig.story();
    expect([presented, ...rest]).toEqual(['presented', 'removed']);
    expect(failed).toBeOneOf(['failed socialCard.removedEarly', 'failed socialCard.unreadable']);
  });

  test('the daemon dies under a card and is started again', async () => {
    pcscd.slot.insert(specimenChip());
    await rig.tells(READ);
    await pcscd.close();
    await rig.deviceIs('offline');
    pcscd = await startRealPcscd(folder.path);
    await rig.deviceIs('online');
    await rig.tells([...READ, 'removed']);
  });

  test('the daemon hangs under a card and comes to itself: the card is still the same', async () => {
    pcscd.slot.insert(specimenChip());
    await rig.tells(READ);
    pcscd.setFrozen(true);
    await rig.deviceIs('offline', 'pcscdSilent');
    pcscd.setFrozen(false);
    await rig.deviceIs('online');
    pcscd.slot.take();
    await rig.tells([...READ, 'removed']);
  });

  test('a reader of a name that pcscd does not know', async () => {
    const other = startSocialCardTestRig(pcscd.socket, { reader: 'Some Other Reader' });
    await other.deviceIs('offline', 'readerAbsent');
    await other.end();
  });
});
