import type fc from 'fast-check';
import type { StreamDecoder } from '../../native/transport/stream-decoder.ts';

/** A decoder of one family, and what its device can send. */
export interface FuzzSubject {
  readonly family: string;
  /** A fresh one, as the driver uses it. */
  readonly decoder: () => StreamDecoder<unknown>;
  /** Whole valid frames from the device, as wide as the protocol allows. */
  readonly frame: fc.Arbitrary<Uint8Array>;
  /** The most bytes that the decoder may hold between two calls. */
  readonly maxHeld: number;
  /** How many good frames follow what is damaged; absent: more than the decoder can hold. */
  readonly copies?: number;
}
