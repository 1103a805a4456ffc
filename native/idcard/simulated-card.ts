import { READ_BASE_BYTES, type SdtCommandName } from './commands.ts';
import type { SdtReply } from './frames.ts';

/** A card as the simulated module meets it. */
export interface SimulatedCard {
  readonly text: Uint8Array;
  /** 70 bytes; absent when the card has no 追加地址. */
  readonly latestAddress?: Uint8Array;
  /** SW3 that every read of this card gets; 81 also fails the select. */
  readonly unreadable?: number;
}

/** The module between its commands: what lies on it, and how far the host got with it. */
export interface SimulatedModule {
  put(card: SimulatedCard): void;
  take(): void;
  /** Forgets what it found and selected; the card stays where it is. */
  losePower(): void;
  /** Changes with every card that is put or taken: a read that saw it change has failed. */
  presence(): number;
  answer(command: SdtCommandName, presenceAtStart: number): SdtReply;
}

const NO_DATA = new Uint8Array(0);
const PHOTO_BYTES = 1024;

export function createSimulatedModule(continuousReading: 'repeats' | 'once', samId: Uint8Array): SimulatedModule {
  let card: SimulatedCard | undefined;
  let presence = 0;
  let found = false;
  let selected = false;

  const change = (next: SimulatedCard | undefined): void => {
    card = next;
    presence += 1;
    found = false;
    selected = false;
  };
  const status = (byte: number): SdtReply => ({ status: byte, data: NO_DATA });
  const good = (data: Uint8Array): SdtReply => ({ status: 0x90, data });

  const readable = (presenceAtStart: number, read: (card: SimulatedCard) => SdtReply): SdtReply => {
    if (!card || !selected || presence !== presenceAtStart) return status(0x41);
    return card.unreadable === undefined ? read(card) : status(card.unreadable);
  };
  return {
    put: (next) => change(next),
    take: () => change(undefined),
    losePower: () => change(card),
    presence: () => presence,
    answer(command, presenceAtStart) {
      switch (command) {
        case 'samStatus':
          return good(NO_DATA);
        case 'samId':
          return good(samId);
        case 'findCard':
          // Some modules answer 80 for a card they found before, until it was taken away.
          if (!card || (found && continuousReading === 'once')) return status(0x80);
          found = true;
          selected = false;
          return { status: 0x9f, data: new Uint8Array(4) };
        case 'selectCard':
          selected = card !== undefined && found && card.unreadable !== 0x81;
          return selected ? good(new Uint8Array(8)) : status(0x81);
        case 'readBase':
          return readable(presenceAtStart, ({ text }) => good(baseInformation(text)));
        case 'latestAddress':
          return readable(presenceAtStart, ({ latestAddress }) => (latestAddress ? good(latestAddress) : status(0x91)));
      }
    },
  };
}

/** textLen, photoLen, text, photo. The photo is nobody's: a pattern. */
function baseInformation(text: Uint8Array): Uint8Array {
  const data = new Uint8Array(READ_BASE_BYTES);
  data.set([text.length >> 8, text.length & 0xff, PHOTO_BYTES >> 8, PHOTO_BYTES & 0xff]);
  data.set(text, 4);
  for (let i = 0; i < PHOTO_BYTES; i += 1) data[4 + text.length + i] = i & 0xff;
  return data;
}
