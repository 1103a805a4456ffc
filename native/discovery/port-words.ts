import type { WireFailure } from '../transport/wire.ts';
import { type Finding, unknownFinding } from './finding.ts';

/** A port that hangs in its driver is given up after so long, milliseconds. */
export const OPEN_LIMIT_MS = 2_000;

/** What came over a port on which nothing was recognised. */
export interface Heard {
  readonly unasked: number;
  readonly notUnderstood: number;
  /** What is sent comes back. */
  readonly echo: boolean;
}

const FAILURES: Readonly<Record<WireFailure | 'stuck', string>> = {
  portBusy: 'busy: another program has it, most likely the kiosk; stop that first',
  portMissing: 'there is no such port',
  portGone: 'cannot be opened: rights of this user (group dialout), or no hardware behind it',
  writeTimeout: 'takes no bytes',
  stuck: `does not open within ${OPEN_LIMIT_MS} ms`,
};
/** A port that could not be used. */
export const failed = (path: string, failure: WireFailure | 'stuck'): Finding =>
  unknownFinding(path, FAILURES[failure], `opening it failed: ${failure}`);

/** More than a device says when its line is opened eight times. */
const NOISE_BYTES = 64;

/** A port on which nothing was recognised: what that looked like. */
export function nothing(path: string, { unasked, notUnderstood, echo }: Heard): Finding {
  if (unasked + notUnderstood === 0) {
    return unknownFinding(
      path,
      echo ? ECHO : MUTE,
      echo ? 'only what was sent came back' : 'no byte came back at any rate',
    );
  }
  const bytes = `${unasked} bytes came unasked and ${notUnderstood} after questions; none was an answer`;
  return unknownFinding(path, unasked >= NOISE_BYTES ? NOISE : STRANGER, bytes);
}

const ECHO = 'its own echo: a converter that hears itself and nobody behind it, or two lines that touch';
const MUTE =
  'mute: nothing is connected, it has no power, lines are crossed, or it is a device that answers no questions (many scanners)';
const NOISE = 'noise: bytes that belong to no known device come by themselves: wiring, or a device that talks unasked';
const STRANGER = 'somebody answers whom no driver here understands';
