import { err, ok, type Result } from '../../contract/result.ts';
import type { PcscFailure } from '../pcsc/failure.ts';
import { getResponse, withLe } from './apdu.ts';

/** Gives the card one command, gets data and status word. */
export type Transmit = (apdu: Uint8Array) => Promise<Result<Uint8Array, PcscFailure>>;

export interface CardAnswer {
  readonly data: Uint8Array;
  /** Status word: 0x9000 is success. */
  readonly sw: number;
}

/** For one command: what a sane card needs is one of each. A card that goes on is answered for with its last status. */
export const MAX_FOLLOW_UPS = 4;

/**
 * One command with what T=0 makes of it: 61xx is followed by GET RESPONSE, and 6Cxx by the same command with that Le.
 * At most 1 + MAX_FOLLOW_UPS commands, so at most 1280 bytes.
 */
export async function converse(transmit: Transmit, apdu: Uint8Array): Promise<Result<CardAnswer, PcscFailure>> {
  let command = apdu;
  let data: Uint8Array = new Uint8Array(0);
  for (let followUps = 0; ; followUps += 1) {
    const answer = await transmit(command);
    if (!answer.ok) return answer;
    if (answer.value.length < 2) return err({ kind: 'protocol', reason: 'an answer without status' });
    const [sw1 = 0, sw2 = 0] = answer.value.subarray(-2);
    data = Uint8Array.of(...data, ...answer.value.subarray(0, -2));
    const next = nextCommand(command, sw1, sw2);
    if (!next || followUps === MAX_FOLLOW_UPS) return ok({ data, sw: (sw1 << 8) | sw2 });
    command = next;
  }
}

function nextCommand(command: Uint8Array, sw1: number, sw2: number): Uint8Array | undefined {
  if (sw1 === 0x61) return getResponse(sw2);
  return sw1 === 0x6c && command.length === 5 ? withLe(command, sw2) : undefined;
}
