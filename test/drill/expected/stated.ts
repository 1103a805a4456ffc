import type { DeviceState } from '../../../contract/device-status.ts';
import type { FaultName } from '../faults.ts';

/** What is to come of one device with one fault. After it was mended the work is to be done, in every cell. */
export interface Outcome {
  /** What the work answers while the fault lasts: one of these. */
  readonly work: readonly string[];
  readonly state: DeviceState;
  /** Reasons that may stand behind the state; no others. */
  readonly reasons: readonly string[];
  /** For people: what it means. */
  readonly says: string;
}
export type Stated = Outcome | { readonly notApplicable: string };
export type StatedOutcomes = Readonly<Record<FaultName, Stated>>;

const outcome =
  (state: DeviceState) =>
  (work: string | readonly string[], reasons: readonly string[], says: string): Outcome => ({
    work: typeof work === 'string' ? [work] : work,
    state,
    reasons,
    says,
  });

export const offline = outcome('offline');
export const online = (work: string | readonly string[], says: string, reasons: readonly string[] = []): Outcome =>
  outcome('online')(work, reasons, says);
export const notApplicable = (why: string): Stated => ({ notApplicable: why });

/** A cable that is out: the port went away, and its name is gone. */
export const OUT = ['portMissing', 'portGone'];
