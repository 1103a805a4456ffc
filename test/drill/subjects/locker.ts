import { lockerOver } from '../../../main/devices/facades/locker.ts';
import { auxiliariesSimulator } from '../../../native/auxiliaries/simulator/definition.ts';
import { lockerSimulator } from '../../../native/lockboard/simulator/definition.ts';
import { scannerSimulator } from '../../../native/scanner/simulator/definition.ts';
import { watchFrames } from '../cell-watch.ts';
import { simulator, startOnLine } from '../plants.ts';
import { DONE, type DrillSubject, type WorkParts } from '../subject.ts';

const OPEN_WITHIN_MS = 3_000;
const CELLS = 12;
/** Boards answer within 10 ms, and are waited for 200 at most. */
const SLOW_MS = 60;
/** Which cell is opened in each round. */
const CELL = { 1: 5, 2: 9 } as const;

const digits = {
  strangerIs: 'a serial scanner that reads codes',
  start: simulator(scannerSimulator),
  says: 'scan 69012345',
};
const otherBoards = {
  strangerIs: 'lock boards (8A/80) that report doors',
  start: simulator(lockerSimulator, { reports: true }),
  says: 'open 5',
};
const ioBoard = { strangerIs: 'a Modbus board', start: simulator(auxiliariesSimulator) };

/** Frames that open a lock. */
const FAMILIES = [
  { driver: 'kr-8a', unlocks: /8a01..11../, stranger: digits },
  { driver: 'wkly', unlocks: /574b4c59..0082..../, stranger: otherBoards },
  { driver: 'cu12', unlocks: /02....81/, stranger: otherBoards },
  { driver: 'cu16', unlocks: /02..3103../, stranger: ioBoard },
  { driver: 'cu48', unlocks: /02....51/, stranger: otherBoards },
  { driver: 'modbus-relay', unlocks: /0105020./, stranger: otherBoards },
] as const;

export const lockerSubjects: readonly DrillSubject[] = FAMILIES.map(({ driver, unlocks, stranger }) => ({
  name: `locker ${driver}`,
  device: 'locker',
  strikesAt: unlocks,
  stuckIs: 'a door whose switch says closed for ever',
  strangerIs: stranger.strangerIs,
  async start(around) {
    const bench = await startOnLine(around, simulator(lockerSimulator, { driver, cells: CELLS }), stranger);
    /** Pulses in each round, by what the driver wrote. */
    const pulses = { 1: 0, 2: 0 };
    let round: 1 | 2 = 1;
    const count = watchFrames(unlocks, () => {
      pulses[round] += 1;
    });
    const { cable } = bench;
    return {
      ...bench,
      cable: {
        ...cable,
        onRequest: (listener) =>
          cable.onRequest((bytes) => {
            count(bytes);
            listener(bytes);
          }),
      },
      slowMs: SLOW_MS,
      stuck: {
        set: () => bench.hand(`stuckSwitch ${CELL[1]} on`),
        clear: () => bench.hand(`stuckSwitch ${CELL[1]} off`),
      },
      async work({ link, round: now }: WorkParts) {
        round = now;
        const locker = lockerOver(link);
        const opened = await locker.open(CELL[now], OPEN_WITHIN_MS);
        if (!opened.ok) return opened.error;
        const states = await locker.states();
        const open = states.ok ? states.value.filter(({ door }) => door === 'open').map(({ cell }) => cell) : [];
        return opened.value === 'opened' && open.includes(CELL[now]) ? DONE : `${opened.value}, then unclear`;
      },
      harm: () =>
        Math.max(pulses[1], pulses[2]) > 1 ? [`${Math.max(pulses[1], pulses[2])} pulses for one opening`] : [],
    };
  },
}));
