import { join } from 'node:path';
import type { SocialCardEvent } from '../../../native/socialcard/reader.ts';
import { socialCardSimulator } from '../../../native/socialcard/simulator/definition.ts';
import { specimenSocialCards } from '../../../native/socialcard/simulator/people.ts';
import { simulator, startOnSocket, startTalker } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

const REMOVED_LIMIT_MS = 3_000;

export const pcscSubject: DrillSubject = {
  name: 'socialCard pcsc',
  device: 'socialCard',
  // SCardTransmit: 9, as the command of the message.
  strikesAt: /........09000000/,
  stuckIs: 'a card that is left in the slot',
  strangerIs: 'a upsd that listens in the place of pcscd',
  async start(around) {
    const talker = await startTalker('ERR UNKNOWN-COMMAND\n');
    const path = join(around.folder, 'cable');
    const bench = await startOnSocket(around, simulator(socialCardSimulator), {
      at: () => ({ path: join(around.folder, 'pcscd.comm') }),
      stranger: talker.at,
      path,
    });
    const [first, second] = [...specimenSocialCards()];
    if (!first || !second) throw new Error('two specimen people are needed');
    let left = false;
    return {
      ...bench,
      config: { driver: 'pcsc', socket: path },
      stuck: {
        set: () => {
          left = true;
        },
        clear() {
          left = false;
          return bench.hand('take');
        },
      },
      async work({ round, heard, until }: WorkParts) {
        const [id, { idNumber }] = round === 1 ? first : second;
        await bench.hand(`insert ${id}`);
        const events = (): readonly SocialCardEvent[] => heard() as readonly SocialCardEvent[];
        const outcome = await until(() => events().find(({ type }) => type === 'read' || type === 'failed'));
        if (!left) await bench.hand('take');
        if (outcome?.type === 'failed') return outcome.code;
        if (outcome?.type !== 'read') return 'nothing read';
        if (outcome.card.idNumber !== idNumber) return 'WRONG CARD';
        const removed = await until(
          () => (events().some(({ type }) => type === 'removed') ? true : undefined),
          REMOVED_LIMIT_MS,
        );
        return removed ? DONE : 'read, not removed';
      },
      async close() {
        await bench.close();
        await talker.close();
      },
    };
  },
};
