import type { SerialTransport } from '../../../contract/device-config/transport.ts';
import type { Certainty, Fit } from '../finding.ts';

/** Asks on the wire on which the device was recognised. */
export type Ask = (frame: Uint8Array, limitMs?: number) => Promise<Uint8Array>;

export interface Question {
  /** Undefined: the protocol has no addresses. */
  readonly address: number | undefined;
  readonly frame: Uint8Array;
}

/** What an answer and further questions told. */
export interface Learned {
  readonly certainty: Certainty;
  readonly what: string;
  readonly evidence: string;
  readonly channels?: number;
  readonly fits: (transport: SerialTransport) => readonly Fit[];
}

/** How one protocol is recognised on a serial line. Data and pure functions; `learn` alone talks. */
export interface Probe {
  /** As `driver` stands in the configuration, or a name for those that share a frame. */
  readonly name: string;
  readonly replyLimitMs: number;
  /**
   * Status questions only: nothing that moves, opens, prints, feeds, lights or initialises at any device of any family. Each
   * goes through `isHarmless` before it is sent to a device that is not known yet.
   * @param count for protocols with addresses: how many of them are asked, from the lowest on
   */
  questions(count: number): readonly Question[];
  /** Whether this is a whole answer to that question, and nothing else. */
  answers(reply: Uint8Array, question: Question): boolean;
  /**
   * Asks more of a device that has answered, with questions of its own protocol, the rest of `questions` among them.
   * Undefined: on a second look it was something else.
   */
  learn(ask: Ask, answered: Question, questions: readonly Question[]): Promise<Learned | undefined>;
}
