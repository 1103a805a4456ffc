import type { SdtCommand } from './commands.ts';
import { type Dialect, proofFor } from './dialect.ts';
import type { SdtReply } from './frames.ts';

/** Why an exchange gave no reply. */
export type ExchangeFailure = 'timeout' | 'damaged' | 'portGone';

/**
 * One request and its reply. SDT frames carry no number, so after a reply that did not come in time nothing says which
 * request the next frame answers. The machine is then *out of step*: it takes no request but a proof, whose good reply
 * looks like no other command's. The module answers in order, so once the proof is answered nothing older can follow.
 */
export type ExchangeState =
  | { readonly phase: 'inStep' }
  | { readonly phase: 'outOfStep'; readonly owed: SdtCommand | undefined }
  | { readonly phase: 'awaiting'; readonly command: SdtCommand; readonly proof: boolean }
  | { readonly phase: 'closed' };

export type ExchangeInput =
  | { readonly type: 'reply'; readonly reply: SdtReply }
  | { readonly type: 'damaged' }
  | { readonly type: 'deadline' }
  | { readonly type: 'closed' };

export type ExchangeOutput =
  | { readonly type: 'replied'; readonly reply: SdtReply }
  | { readonly type: 'failed'; readonly reason: ExchangeFailure }
  /** A frame that answers nothing that was asked. */
  | { readonly type: 'stale' };

export interface ExchangeStep {
  readonly state: ExchangeState;
  readonly output?: ExchangeOutput;
}

/** A wire just opened may still carry what somebody asked before. */
export const NEW_EXCHANGE: ExchangeState = { phase: 'outOfStep', owed: undefined };

/** Throws when the machine is not in the phase for it: that is a bug of the driver. */
export function beginExchange(
  state: ExchangeState,
  command: SdtCommand,
  dialect: Pick<Dialect, 'proofs'>,
): ExchangeState {
  const proof = state.phase === 'outOfStep';
  const allowed = proof ? command === proofFor(dialect, state.owed) : state.phase === 'inStep';
  if (!allowed) throw new Error(`${command.name} asked while ${state.phase}`);
  return { phase: 'awaiting', command, proof };
}

export function stepExchange(state: ExchangeState, input: ExchangeInput): ExchangeStep {
  if (input.type === 'closed') {
    const closed = { phase: 'closed' } as const;
    return state.phase === 'awaiting' ? { state: closed, output: failed('portGone') } : { state: closed };
  }
  if (state.phase !== 'awaiting') return input.type === 'reply' ? { state, output: { type: 'stale' } } : { state };
  const { command, proof } = state;
  const outOfStep: ExchangeState = { phase: 'outOfStep', owed: command };
  switch (input.type) {
    case 'reply':
      if (!answers(input.reply, command, proof)) return { state, output: { type: 'stale' } };
      return { state: { phase: 'inStep' }, output: { type: 'replied', reply: input.reply } };
    case 'damaged':
      // Before the proof is answered, what is damaged may be the end of something older.
      return proof ? { state } : { state: outOfStep, output: failed('damaged') };
    case 'deadline':
      return { state: outOfStep, output: failed('timeout') };
  }
}

const failed = (reason: ExchangeFailure): ExchangeOutput => ({ type: 'failed', reason });

/** Self-check failed, not authorised: the module says so whatever it was asked. */
const FAULTS: readonly number[] = [0x60, 0x66];

function answers({ status, data }: SdtReply, command: SdtCommand, proof: boolean): boolean {
  // 9F is the word of find alone; 90 is everybody's, and only the number of data bytes tells whose.
  if (status === 0x90 || status === 0x9f) {
    return status === command.goodStatus && (status === 0x9f || command.dataBytes.includes(data.length));
  }
  return proof ? FAULTS.includes(status) : true;
}
