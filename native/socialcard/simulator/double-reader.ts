import type { SimulatedCard } from './card-program.ts';
import { answered, type DaemonReader, type DaemonRequest } from './daemon-messages.ts';
import type { SimulatedSlot } from './far-end.ts';

export const DOUBLE_READER = 'Tongban Simulated Reader 00 00';

const RV = {
  success: 0,
  invalidHandle: 0x80100003,
  unknownReader: 0x80100009,
  sharingViolation: 0x8010000b,
  noCard: 0x8010000c,
  unpowered: 0x80100067,
  removed: 0x80100069,
};

/** The one reader of the double and the session that a client has with the card in it. */
export interface DoubleReader extends SimulatedSlot {
  readers(): readonly DaemonReader[];
  setPlugged(on: boolean): void;
  connect(body: Buffer): Buffer;
  transmit(request: DaemonRequest): Buffer;
  letGo(): void;
}

export function createDoubleReader(): DoubleReader {
  let plugged = true;
  let card: SimulatedCard | undefined;
  let eventCounter = 0;
  /** Over as soon as the slot's counter is another one. */
  let session: { readonly handle: number; readonly counter: number } | undefined;
  let handles = 0x1000;

  const refusal = (name: string): number => {
    if (!plugged || name !== DOUBLE_READER) return RV.unknownReader;
    if (!card) return RV.noCard;
    if (session?.counter === eventCounter) return RV.sharingViolation;
    return card.atr ? RV.success : RV.unpowered;
  };
  return {
    readers() {
      const state = card ? (card.atr ? 'present' : 'mute') : 'absent';
      return plugged ? [{ name: DOUBLE_READER, eventCounter, card: state }] : [];
    },
    insert(inserted) {
      card = inserted;
      eventCounter += 1;
    },
    take() {
      card = undefined;
      eventCounter += 1;
    },
    setPlugged(on) {
      plugged = on;
      eventCounter = card ? 1 : 0;
      session = undefined;
    },
    connect(body) {
      const rv = refusal(body.subarray(4, 132).toString().replace(/\0.*$/su, ''));
      if (rv !== RV.success) return answered(body, { 37: rv });
      card?.powerOn();
      handles += 1;
      session = { handle: handles, counter: eventCounter };
      return answered(body, { 35: handles, 36: 1, 37: RV.success });
    },
    transmit({ body, apdu }) {
      if (!session || body.readUInt32LE(0) !== session.handle) return answered(body, { 6: 0, 7: RV.invalidHandle });
      if (!card || session.counter !== eventCounter) return answered(body, { 6: 0, 7: RV.removed });
      const answer = card.command(Uint8Array.from(apdu));
      return Buffer.concat([answered(body, { 6: answer.length, 7: RV.success }), answer]);
    },
    letGo() {
      session = undefined;
    },
  };
}
