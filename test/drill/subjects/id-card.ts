import type { IdCardEvent } from '../../../native/idcard/reader.ts';
import { idCardSimulatorDefinition } from '../../../native/idcard/simulator/definition.ts';
import { scannerSimulator } from '../../../native/scanner/simulator/definition.ts';
import { simulator, startOnLine } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

const NAMES = { 1: '样本甲', 2: '样本乙' } as const;
const REMOVED_LIMIT_MS = 3_000;

export const idCardSubjects: readonly DrillSubject[] = (
  [
    // 30 01, or 00 83: reads the text and photo of the card.
    { family: 'sdt', strikesAt: /aaaaaa9669....3001/ },
    { family: 'cvr-sum', strikesAt: /aaaaaa9669....0083/ },
  ] as const
).map(({ family, strikesAt }) => ({
  name: `idCard ${family}`,
  device: 'idCard',
  strikesAt,
  stuckIs: 'a card that is left lying there',
  strangerIs: 'a serial scanner that reads codes',
  async start(around) {
    const bench = await startOnLine(around, simulator(idCardSimulatorDefinition, { family }), {
      start: simulator(scannerSimulator),
      says: 'scan 6901234567892',
    });
    let left = false;
    return {
      ...bench,
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
        await bench.hand(`put ${JSON.stringify({ name: NAMES[round] })}`);
        const events = (): readonly IdCardEvent[] => heard() as readonly IdCardEvent[];
        const outcome = await until(() => events().find(({ type }) => type === 'read' || type === 'failed'));
        if (!left) await bench.hand('take');
        if (outcome?.type === 'failed') return outcome.code;
        if (outcome?.type !== 'read') return 'nothing read';
        if (outcome.card.name !== NAMES[round]) return 'WRONG CARD';
        const removed = await until(() => (events().at(-1)?.type === 'removed' ? true : undefined), REMOVED_LIMIT_MS);
        return removed ? DONE : 'read, not removed';
      },
      harm(events) {
        const read = (events as readonly IdCardEvent[]).flatMap((event) =>
          event.type === 'read' ? [event.card.name] : [],
        );
        const known: readonly string[] = Object.values(NAMES);
        return read.some((name) => !known.includes(name)) ? ['a card was read that nobody has'] : [];
      },
    };
  },
}));
