import { cu12Family, cu16Family, cu48Family } from './kerong-boards.ts';
import { kr8aFamily } from './kr-8a-board.ts';
import { modbusRelayFamily } from './modbus-relay-board.ts';
import type { SimulatedFamily } from './simulated-family.ts';
import { wklyFamily } from './wkly-board.ts';

export interface FamilyOnShelf {
  readonly family: SimulatedFamily;
  /** Channels of the usual model with so many cells. */
  readonly channels: (cells: number) => number;
  /** Address of the first board. */
  readonly firstAddress: number;
}

const eights = (cells: number): number => Math.ceil(cells / 8) * 8;
const wkly = { channels: (cells: number) => Math.max(24, cells), firstAddress: 0 };

/** Simulated boards by the literal that stands as `driver` in the configuration; `wkly-mute` answers nothing to an unlock. */
export const FAMILIES: Readonly<Record<string, FamilyOnShelf>> = {
  'kr-8a': { family: kr8aFamily, channels: (cells) => Math.max(24, eights(cells)), firstAddress: 1 },
  wkly: { family: wklyFamily(), ...wkly },
  'wkly-mute': { family: wklyFamily({ muteOpen: true }), ...wkly },
  cu12: { family: cu12Family, channels: () => 12, firstAddress: 0 },
  cu16: { family: cu16Family, channels: () => 16, firstAddress: 0 },
  cu48: { family: cu48Family, channels: () => 48, firstAddress: 0 },
  'modbus-relay': { family: modbusRelayFamily, channels: eights, firstAddress: 1 },
};
