import type { ErrorCode } from '../../contract/errors.ts';
import { type Direction, isCaseNumber, type LockerCase } from '../../contract/locker.ts';
import { type CaseRefusal, caseAnswerSchema } from '../../contract/locker-gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { CenterClient } from './center-client.ts';
import { type HttpAnswer, parseJson, statusFailure } from './http.ts';

/** Staff stand there with a document in their hand: longer than this they do not wait. */
export const CASE_TIMEOUT_MS = 5_000;
const CASE_LIMIT_BYTES = 16 * 1024;

const REFUSALS: Readonly<Record<CaseRefusal, ErrorCode>> = {
  unknown: 'case.unknown',
  elsewhere: 'case.elsewhere',
  noMobile: 'case.noMobile',
  noHolder: 'case.noHolder',
  notReady: 'case.notReady',
  closed: 'case.closed',
  stored: 'case.stored',
};

/** Asks the center for a case. `case.…`: it has judged the number; `center.…`: it could not be asked, or answered nonsense. */
export type FindCase = (
  caseNumber: string,
  direction: Direction,
  signal: AbortSignal,
) => Promise<Result<LockerCase, ErrorCode>>;

export const findCaseAt =
  (center: Pick<CenterClient, 'get'>): FindCase =>
  async (caseNumber, direction, signal) => {
    if (!isCaseNumber(caseNumber)) return err('case.malformed');
    const path = `/v1/locker/cases/${caseNumber}?direction=${direction}`;
    const answer = await center.get({ path, timeoutMs: CASE_TIMEOUT_MS, maxBytes: CASE_LIMIT_BYTES }, signal);
    return answer.ok ? readCase(caseNumber, direction, answer.value) : answer;
  };

/** An answer about another case, or for the other direction, is none: it would let somebody else to the document. */
function readCase(
  caseNumber: string,
  direction: Direction,
  { status, body }: HttpAnswer,
): Result<LockerCase, ErrorCode> {
  const failure = statusFailure(status);
  if (failure !== undefined) return err(failure);
  const answer = caseAnswerSchema.safeParse(parseJson(body));
  if (!answer.success) return err('center.badAnswer');
  if (answer.data.outcome === 'refused') {
    const { reason } = answer.data;
    return err(answer.data.caseNumber === caseNumber ? REFUSALS[reason] : 'center.badAnswer');
  }
  const found = answer.data.case;
  return found.caseNumber === caseNumber && found.direction === direction ? ok(found) : err('center.badAnswer');
}
