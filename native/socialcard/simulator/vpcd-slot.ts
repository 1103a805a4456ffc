import { connect, type Socket } from 'node:net';
import type { SimulatedCard } from './card-program.ts';
import type { SimulatedSlot } from './far-end.ts';

/** Control bytes of vpcd, alone in a message; any longer message is a command for the card. */
const POWER_OFF = 0;
const POWER_ON = 1;
const RESET = 2;
const ASK_ATR = 4;
/** vpcd takes an empty answer to reset for an empty slot, and one longer than any for a card that cannot be powered. */
const IMPOSSIBLE_ATR = new Uint8Array(40).fill(0x3b);

/**
 * The slot of a reader of `vsmartcard-vpcd`: a card is in it as long as a connection to its port stands. Messages in both
 * directions have their length in two bytes before them, high byte first.
 */
export function vpcdSlot(port: number): SimulatedSlot {
  let socket: Socket | undefined;
  const take = (): void => {
    socket?.destroy();
    socket = undefined;
  };
  return {
    take,
    insert(card) {
      take();
      const inserted = connect({ host: '127.0.0.1', port, noDelay: true });
      socket = inserted;
      inserted.on('error', () => inserted.destroy());
      let stream: Buffer = Buffer.alloc(0);
      inserted.on('data', (chunk: Buffer) => {
        stream = Buffer.concat([stream, chunk]);
        while (stream.length >= 2 && stream.length >= 2 + stream.readUInt16BE(0)) {
          const end = 2 + stream.readUInt16BE(0);
          const reply = answer(card, stream.subarray(2, end));
          stream = stream.subarray(end);
          if (reply) inserted.write(Buffer.concat([Buffer.of(reply.length >> 8, reply.length & 0xff), reply]));
        }
      });
    },
  };
}

function answer(card: SimulatedCard, message: Buffer): Uint8Array | undefined {
  if (message.length !== 1) return card.command(Uint8Array.from(message));
  const [control] = message;
  if (control === ASK_ATR) return card.atr ?? IMPOSSIBLE_ATR;
  if (control === POWER_ON || control === RESET || control === POWER_OFF) card.powerOn();
  return undefined;
}
