import { type Clock, sleep } from '../clock.ts';
import type { Connection } from './connection.ts';
import {
  askFullStatus,
  askStatus,
  clearBuffers,
  cutPaper,
  initialize,
  transmitPaperStatus,
  transmitPrinterId,
} from './escpos.ts';
import {
  AUTOMATIC_LIMIT_MS,
  PROGRESS_POLL_INTERVAL_MS,
  RECOVERY_LIMIT_MS,
  RECOVERY_QUIET_MS,
  RECOVERY_UNPROVEN_MS,
  STATUS_LIMIT_MS,
} from './limits.ts';
import type { ReceiptProfile, StatusQuestion } from './profiles/profile.ts';
import { LONGEST_IMAGE_COMMAND_BYTES } from './qr.ts';
import { bytesOfReport, type StatusBytes, statusFlags } from './status.ts';

/** One question, one answer. Undefined: none. */
export async function askStatusByte(wire: Connection, question: StatusQuestion): Promise<StatusBytes | undefined> {
  if (question === 'full') {
    const full = wire.next('full', STATUS_LIMIT_MS);
    const answer = (await wire.send(askFullStatus())) ? await full : undefined;
    return answer && bytesOfReport(answer);
  }
  if (wire.owed() > 0) return undefined;
  const status = wire.next('status', STATUS_LIMIT_MS);
  const answer = (await wire.send(askStatus(question))) ? await status : undefined;
  return answer && { [question]: answer.value };
}

/** All that a profile can ask, one after the other, because most answers do not say to what they answer. Undefined: one was missing. */
export async function askAllStatus(
  wire: Connection,
  questions: readonly StatusQuestion[],
): Promise<StatusBytes | undefined> {
  let bytes: StatusBytes = {};
  for (const question of questions) {
    const answer = await askStatusByte(wire, question);
    if (answer === undefined) return undefined;
    bytes = { ...bytes, ...answer };
  }
  return bytes;
}

/** Tells the printer to report changes by itself. False: its first report, due at once, did not come. */
export async function enableReports(
  wire: Connection,
  automatic: NonNullable<ReceiptProfile['automatic']>,
): Promise<boolean> {
  const report = wire.next(automatic.report, AUTOMATIC_LIMIT_MS);
  return (await wire.send(automatic.enable)) && (await report) !== undefined;
}

/**
 * Brings a printer that may hold part of a former receipt to a known start: buffers cleared, a half-sent image filled up with
 * white, what lies in the mouth cut off, and no answer to `GS r` owed any more, so that the next one is the next receipt's.
 * False: the printer did not answer.
 */
export async function recoverPrinter(wire: Connection, profile: ReceiptProfile, clock: Clock): Promise<boolean> {
  const cleared = [
    ...clearBuffers(),
    // NUL does nothing as a command and is white as image data.
    ...new Array<number>(LONGEST_IMAGE_COMMAND_BYTES).fill(0),
    ...initialize(),
    ...cutPaper(profile.cut),
  ];
  if (profile.completion === 'queued') return answersInOrder(wire, cleared, profile.tellsName);
  if (!(await wire.send(cleared))) return false;
  await sleep(clock, RECOVERY_UNPROVEN_MS);
  return profile.completion === 'undisturbed' ? wire.alive() : comesToRest(wire, profile, clock);
}

/**
 * The end is the printer's name, which only this asks for; a printer that tells no name (GS I is missing on many) must have
 * answered `GS r` and then kept quiet.
 */
async function answersInOrder(wire: Connection, cleared: readonly number[], tellsName: boolean): Promise<boolean> {
  const named = wire.next('block', RECOVERY_LIMIT_MS).then((name) => (name === undefined ? 'gone' : 'named'));
  let answer = wire.next('queued', RECOVERY_LIMIT_MS);
  const sent = await wire.send([...cleared, ...transmitPaperStatus(), ...(tellsName ? transmitPrinterId() : [])]);
  if (!sent) return false;
  for (let answers = 0; ; answers += 1) {
    const event = await Promise.race([named, answer.then((value) => (value === undefined ? 'quiet' : 'answered'))]);
    if (event === 'named') return true;
    if (event !== 'answered') return answers > 0 && wire.alive();
    answer = wire.next('queued', RECOVERY_QUIET_MS);
  }
}

async function comesToRest(wire: Connection, { bits }: ReceiptProfile, clock: Clock): Promise<boolean> {
  for (const limitMs = clock.now() + RECOVERY_LIMIT_MS; clock.now() < limitMs; ) {
    const bytes = await askStatusByte(wire, 'full');
    if (bytes === undefined) return false;
    if (!statusFlags(bytes, bits).busy) return true;
    await sleep(clock, PROGRESS_POLL_INTERVAL_MS);
  }
  return false;
}
