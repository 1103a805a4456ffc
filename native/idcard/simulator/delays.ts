import type { SdtCommandName } from '../commands.ts';

/** What the module itself needs for a command before it answers, milliseconds. */
export type SimulatedDelays = Readonly<Record<SdtCommandName, number>>;

/** As modules in use need them. */
export const DEFAULT_DELAYS_MS: SimulatedDelays = {
  samStatus: 5,
  samId: 5,
  resetSam: 100,
  findCard: 20,
  selectCard: 20,
  readBase: 350,
  readBaseAndFingerprint: 550,
  latestAddress: 30,
  managementNumber: 30,
  init: 5,
};
