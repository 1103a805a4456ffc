import { FUNCTION, type FunctionCode, type ModbusReply } from './replies.ts';
import type { ModbusRequest } from './requests.ts';

/** Why an exchange gave no answer; all but the first two are what the slave said instead. */
export type ModbusFailure =
  | 'noReply'
  | 'portGone'
  | 'illegalFunction'
  | 'illegalDataAddress'
  | 'illegalDataValue'
  | 'deviceFailure'
  | 'otherException';

/** Nothing came, as against a slave that refuses. */
export const isUnanswered = (failure: ModbusFailure): boolean => failure === 'noReply' || failure === 'portGone';

/** Replies that may still come: of these functions, or, on a wire just opened, nobody knows of which. */
export type Owed = readonly FunctionCode[] | 'unknown';

/**
 * One request and its reply. A reply of a read carries no word of what was asked but the function, so that the answer to an
 * inputs query of a second ago looks like the answer to the present one: a door would be reported as it was. After a reply that
 * did not come in time the machine is therefore *out of step* and takes only a proof: a read by a function that nobody owes an
 * answer to. A slave answers in order, so once the proof is answered nothing older can follow. When all functions for it are
 * used up, and on a new wire, only quiet time for longer than any slave needs brings it back in step.
 */
export type ExchangeState =
  | { readonly phase: 'inStep' }
  | { readonly phase: 'outOfStep'; readonly owed: Owed }
  | {
      readonly phase: 'awaiting';
      readonly request: ModbusRequest<unknown>;
      readonly owed: readonly FunctionCode[];
    }
  | { readonly phase: 'closed' };

export type ExchangeInput =
  | { readonly type: 'reply'; readonly reply: ModbusReply }
  | { readonly type: 'deadline' }
  /** Nothing came for longer than any slave needs. */
  | { readonly type: 'quiet' }
  | { readonly type: 'closed' };

export type ExchangeOutput =
  | { readonly type: 'answered'; readonly reply: ModbusReply }
  | { readonly type: 'failed'; readonly failure: ModbusFailure }
  /** A frame that answers nothing that was asked. */
  | { readonly type: 'stale' };

export interface ExchangeStep {
  readonly state: ExchangeState;
  readonly output?: ExchangeOutput;
}

/** A wire just opened may still carry what somebody asked before. */
export const NEW_EXCHANGE: ExchangeState = { phase: 'outOfStep', owed: 'unknown' };

const PROOFS = [FUNCTION.readCoils, FUNCTION.readInputs] as const;

/** The function to ask by when these are owed; undefined: only quiet helps. A slave that lacks it says so, which is as good. */
export function proofFor(owed: Owed): (typeof PROOFS)[number] | undefined {
  return owed === 'unknown' ? undefined : PROOFS.find((code) => !owed.includes(code));
}

/** Throws when the machine is not in the phase for it: that is a bug of the master. */
export function beginExchange(state: ExchangeState, request: ModbusRequest<unknown>): ExchangeState {
  if (state.phase === 'inStep') return { phase: 'awaiting', request, owed: [] };
  if (state.phase !== 'outOfStep' || state.owed === 'unknown' || proofFor(state.owed) !== request.functionCode) {
    throw new Error(`function ${request.functionCode} asked while ${state.phase}`);
  }
  return { phase: 'awaiting', request, owed: state.owed };
}

export function stepExchange(state: ExchangeState, input: ExchangeInput): ExchangeStep {
  if (input.type === 'closed') {
    const closed = { phase: 'closed' } as const;
    return state.phase === 'awaiting' ? { state: closed, output: failed('portGone') } : { state: closed };
  }
  if (input.type === 'quiet') return state.phase === 'outOfStep' ? { state: { phase: 'inStep' } } : { state };
  if (state.phase !== 'awaiting') return input.type === 'reply' ? { state, output: { type: 'stale' } } : { state };
  const { request, owed } = state;
  if (input.type === 'deadline') {
    return { state: { phase: 'outOfStep', owed: [...owed, request.functionCode] }, output: failed('noReply') };
  }
  const { reply } = input;
  if (reply.kind === 'exception' && reply.address === request.address && reply.functionCode === request.functionCode) {
    return { state: { phase: 'inStep' }, output: failed(exceptionWord(reply.code)) };
  }
  if (request.take(reply) === undefined) return { state, output: { type: 'stale' } };
  return { state: { phase: 'inStep' }, output: { type: 'answered', reply } };
}

const failed = (failure: ModbusFailure): ExchangeOutput => ({ type: 'failed', failure });

const EXCEPTIONS: Readonly<Record<number, ModbusFailure>> = {
  1: 'illegalFunction',
  2: 'illegalDataAddress',
  3: 'illegalDataValue',
  4: 'deviceFailure',
};

export const exceptionWord = (code: number): ModbusFailure => EXCEPTIONS[code] ?? 'otherException';
