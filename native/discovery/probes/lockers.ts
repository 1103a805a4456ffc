import type { Fit } from '../finding.ts';
import type { BoardFamily } from './board-families.ts';
import type { Learned, Probe, Question } from './probe.ts';

export interface FoundBoard {
  readonly address: number;
  readonly channels: number;
}

export const addressesFrom = (lowest: number, highest: number, count: number): number[] =>
  Array.from({ length: Math.min(count, highest - lowest + 1) }, (_, index) => lowest + index);

export function boardProbe(family: BoardFamily): Probe {
  const { driver, replyLimitMs } = family;
  return {
    name: driver,
    replyLimitMs,
    questions: (count) =>
      addressesFrom(family.lowestAddress, family.highestAddress, count).map((address) => ({
        address,
        frame: family.question(address),
      })),
    answers: (reply, { address }) => address !== undefined && family.channels(reply, address) !== undefined,
    async learn(ask, _answered, questions): Promise<Learned | undefined> {
      const boards: FoundBoard[] = [];
      for (const { address, frame } of questions) {
        const channels = address === undefined ? undefined : family.channels(await ask(frame), address);
        if (address !== undefined && channels !== undefined) boards.push({ address, channels });
      }
      return boards.length > 0 ? foundBoards(family, boards, questions) : undefined;
    },
  };
}

function foundBoards(family: BoardFamily, boards: readonly FoundBoard[], questions: readonly Question[]): Learned {
  const { driver, namesChannels = false } = family;
  const channels = boards.reduce((sum, board) => sum + board.channels, 0);
  const asked = questions.map(({ address }) => address ?? 0);
  return {
    certainty: 'certain',
    what: `lock-control boards (${driver}): ${inWords(boards)}`,
    evidence: `answered with ${family.sign}; addresses ${Math.min(...asked)} to ${Math.max(...asked)} were asked`,
    channels,
    fits: (transport): Fit[] => [
      {
        place: 'locker',
        settings: {
          driver,
          transport,
          boards: boards.map(({ address, channels: model }) => ({
            address,
            cells: model,
            ...(namesChannels && { channels: model }),
          })),
        },
        open: LOCKER_OPEN,
      },
    ],
  };
}

export const inWords = (boards: readonly FoundBoard[]): string =>
  boards.map(({ address, channels }) => `address ${address} with ${channels} channels`).join(', ');

export const LOCKER_OPEN = [
  'How many cells are wired: “cells” is as many as the board has channels. Count the doors and write their number.',
  'How the switches are wired: with all doors closed, test locker must call all of them closed; if not, set closedIs or inverted.',
] as const;
