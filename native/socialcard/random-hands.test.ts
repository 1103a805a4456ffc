import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { eventually } from '../idcard/reader-test-rig.ts';
import type { SocialCardEvent } from './reader.ts';
import { specimenChip, specimenSocialCard, startSocialCardTestRig, testFolder } from './reader-test-rig.ts';
import { brokenChip, muteChip, otherChip } from './simulator/card-program.ts';
import { type PcscdDouble, startPcscdDouble } from './simulator/pcscd-double.ts';

/** What impatient hands do, with too little time between. */
const ACTS: Readonly<Record<string, (pcscd: PcscdDouble) => void | Promise<void>>> = {
  insert: (pcscd) => pcscd.insert(specimenChip('wang-guilan')),
  another: (pcscd) => pcscd.insert(specimenChip('li-jianguo', { records: 'byNumber' })),
  take: (pcscd) => pcscd.take(),
  upsideDown: (pcscd) => pcscd.insert(muteChip()),
  wrong: (pcscd) => pcscd.insert(otherChip()),
  broken: (pcscd) => pcscd.insert(brokenChip(0x6f00)),
  unplug: (pcscd) => pcscd.setReaderPlugged(false),
  plug: (pcscd) => pcscd.setReaderPlugged(true),
  hang: (pcscd) => pcscd.setSilent(true),
  wake: (pcscd) => pcscd.setSilent(false),
  restart: (pcscd) => pcscd.stopDaemon().then(pcscd.startDaemon),
  noise: (pcscd) => pcscd.blurt(Uint8Array.of(1, 2, 3)),
  slow: (pcscd) => pcscd.setCommandDelay(20),
  quick: (pcscd) => pcscd.setCommandDelay(0),
};

/** One letter each: presented → read or failed, or neither while it is tried → removed. */
const STORY = /^(P[RF]X)*(P[RF]?)?$/;
const LETTERS = { presented: 'P', read: 'R', failed: 'F', removed: 'X', status: '' } as const;
const letters = (events: readonly SocialCardEvent[]): string => events.map(({ type }) => LETTERS[type]).join('');

const STEPS = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat({ max: 60 })), {
  minLength: 10,
  maxLength: 40,
});

test('whatever hands do, the story stays in order and a card put in at the end is read', async () => {
  const property = fc.asyncProperty(STEPS, async (steps) => {
    const folder = testFolder();
    const pcscd = await startPcscdDouble(join(folder.path, 'pcscd.comm'), systemClock);
    const rig = startSocialCardTestRig(pcscd.socket);
    try {
      for (const [act, pauseMs] of steps) {
        await ACTS[act]?.(pcscd);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      pcscd.setSilent(false);
      pcscd.setReaderPlugged(true);
      pcscd.take();
      const seen = (): string => `${letters(rig.events)} ${JSON.stringify(rig.health.at(-1))}`;
      const emptyAgain = (): boolean => rig.reader.status().media === 'notPresent' && /X$|^$/.test(letters(rig.events));
      await eventually(10_000, emptyAgain, seen);
      pcscd.insert(specimenChip('li-jianguo'));
      await eventually(10_000, () => /PR$/.test(letters(rig.events)), seen);
      expect(rig.lastRead()).toEqual(specimenSocialCard('li-jianguo'));
      expect(letters(rig.events)).toMatch(STORY);
    } finally {
      await rig.end();
      await pcscd.close();
      folder.end();
    }
  });
  await fc.assert(property, { numRuns: 6, endOnFailure: true });
}, 120_000);
