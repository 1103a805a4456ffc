import { type QueryAnswer, type QueryRequest, queryAnswerSchema } from '../../contract/gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type CenterFailure, type HttpAnswer, parseJson, statusFailure } from './http.ts';

/** The largest answer that is read, bytes. */
export const ANSWER_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * Checks an answer to `POST /v1/queries` against what was asked. Whose record it is comes first: a foreign record is
 * thrown away as such, whatever else is wrong with it.
 */
export function readQueryAnswer(
  request: QueryRequest,
  { status, body }: HttpAnswer,
): Result<QueryAnswer, CenterFailure> {
  const failure = statusFailure(status);
  if (failure !== undefined) return err(failure);
  const answer = queryAnswerSchema.safeParse(parseJson(body));
  if (!answer.success) return err('center.badAnswer');
  const { queryId, itemCode, holderIdNumber } = answer.data;
  if (holderIdNumber !== (request.holder?.idNumber ?? null)) return err('center.wrongPerson');
  if (queryId !== request.queryId || itemCode !== request.itemCode) return err('center.badAnswer');
  return ok(answer.data);
}
