import type { Connection } from './connection.ts';
import {
  askStatus,
  clearBuffers,
  feedAndCut,
  initialize,
  REAL_TIME_STATUS,
  type RealTimeStatus,
  transmitPaperStatus,
  transmitPrinterId,
} from './escpos.ts';
import { RECOVERY_LIMIT_MS, RECOVERY_QUIET_MS, STATUS_LIMIT_MS } from './limits.ts';
import { LONGEST_IMAGE_COMMAND_BYTES } from './qr.ts';
import type { StatusBytes } from './status.ts';

/** DLE EOT 1–4, one after the other, because their answers do not say to what they answer. Undefined: no answer. */
export async function askAllStatus(wire: Connection): Promise<StatusBytes | undefined> {
  const ask = async (what: RealTimeStatus): Promise<number | undefined> => {
    const answer = wire.next('status', STATUS_LIMIT_MS);
    return (await wire.send(askStatus(what))) ? answer : undefined;
  };
  const bytes: Partial<Record<RealTimeStatus, number>> = {};
  for (const what of Object.keys(REAL_TIME_STATUS) as RealTimeStatus[]) {
    const value = await ask(what);
    if (value === undefined) return undefined;
    bytes[what] = value;
  }
  return bytes as StatusBytes;
}

/**
 * Brings a printer that may hold part of a former receipt to a known start: buffers cleared, a half-sent image filled up with
 * white, what lies in the mouth cut off, and no answer to `GS r` owed any more, so that the next one is the next receipt's.
 * The end is the printer's name, which only this asks for; a printer that tells no name (GS I is missing on many) must have
 * answered `GS r` and then kept quiet. False: the printer did not answer.
 */
export async function recoverPrinter(wire: Connection): Promise<boolean> {
  const named = wire.next('block', RECOVERY_LIMIT_MS).then((name) => (name === undefined ? 'gone' : 'named'));
  let answer = wire.next('queued', RECOVERY_LIMIT_MS);
  const sent = await wire.send([
    ...clearBuffers(),
    // NUL does nothing as a command and is white as image data.
    ...new Array<number>(LONGEST_IMAGE_COMMAND_BYTES).fill(0),
    ...initialize(),
    ...feedAndCut(),
    ...transmitPaperStatus(),
    ...transmitPrinterId(),
  ]);
  if (!sent) return false;
  for (let answers = 0; ; answers += 1) {
    const event = await Promise.race([named, answer.then((value) => (value === undefined ? 'quiet' : 'answered'))]);
    if (event === 'named') return true;
    if (event !== 'answered') return answers > 0 && wire.alive();
    answer = wire.next('queued', RECOVERY_QUIET_MS);
  }
}
