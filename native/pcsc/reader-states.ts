/** One reader as pcscd sees it. */
export interface ReaderState {
  /** As pcscd gives it, for `connect`: `Generic USB2.0-CRW [Smart Card Reader Interface] 00 00`. */
  readonly name: string;
  /** The same in bytes; another program may have named a reader in any encoding. */
  readonly nameBytes: Uint8Array;
  /** Counts cards put in and taken out since pcscd knows the reader. */
  readonly eventCounter: number;
  readonly card: 'absent' | 'present' | 'mute' | 'unknown';
}

const PLACES = 16;
const PLACE_BYTES = 184;
const NAME_BYTES = 128;
const EVENT_COUNTER_AT = 128;
const STATE_AT = 132;

/** Bits of the state, as pcsc-lite sets them; `swallowed` is a card that gave no answer to reset. */
const UNKNOWN = 0x01;
const PRESENT = 0x04;
const SWALLOWED = 0x08;

/** Reads the 16 places; those without a name are empty. Never throws: what is too short has no places. */
export function decodeReaderStates(reply: Uint8Array): ReaderState[] {
  const bytes = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
  const states: ReaderState[] = [];
  for (let place = 0; place < PLACES; place += 1) {
    const at = place * PLACE_BYTES;
    if (at + PLACE_BYTES > bytes.length) break;
    const field = bytes.subarray(at, at + NAME_BYTES);
    const end = field.indexOf(0);
    const nameBytes = Uint8Array.from(field.subarray(0, end === -1 ? NAME_BYTES - 1 : end));
    if (nameBytes.length === 0) continue;
    states.push({
      name: Buffer.from(nameBytes).toString(),
      nameBytes,
      eventCounter: bytes.readUInt32LE(at + EVENT_COUNTER_AT),
      card: cardOf(bytes.readUInt32LE(at + STATE_AT)),
    });
  }
  return states;
}

function cardOf(bits: number): ReaderState['card'] {
  if (bits & PRESENT) return bits & SWALLOWED ? 'mute' : 'present';
  return bits & UNKNOWN ? 'unknown' : 'absent';
}

/** Whether nothing happened between two looks that a kiosk would care about. */
export function sameStates(before: readonly ReaderState[], after: readonly ReaderState[]): boolean {
  const key = (states: readonly ReaderState[]): string =>
    states.map(({ name, eventCounter, card }) => `${name}\0${eventCounter}\0${card}`).join('\n');
  return key(before) === key(after);
}
