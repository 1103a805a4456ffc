import type { SdtCommandName } from '../commands.ts';
import type { ModuleReply } from './module-frames.ts';

/** A card as the simulated module meets it. */
export interface SimulatedCard {
  readonly text: Uint8Array;
  /** 1024 bytes; absent: a pattern that is nobody's picture. */
  readonly photo?: Uint8Array | undefined;
  /** 1024 bytes; absent when the card has none. */
  readonly fingerprint?: Uint8Array | undefined;
  /** 70 bytes; absent when the card has no 追加地址. */
  readonly latestAddress?: Uint8Array | undefined;
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
  answer(command: SdtCommandName, presenceAtStart: number): ModuleReply;
}

const NO_DATA = new Uint8Array(0);
const PHOTO_PATTERN = Uint8Array.from({ length: 1024 }, (_, at) => at & 0xff);

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
  const status = (byte: number): ModuleReply => ({ status: byte, data: NO_DATA });
  const good = (data: Uint8Array): ModuleReply => ({ status: 0x90, data });

  const readable = (presenceAtStart: number, read: (card: SimulatedCard) => ModuleReply): ModuleReply => {
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
        case 'init':
          return good(NO_DATA);
        case 'samId':
          return good(samId);
        case 'resetSam':
          change(card);
          return good(NO_DATA);
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
          return readable(presenceAtStart, ({ text, photo }) => good(itemsWithLengths(text, photo ?? PHOTO_PATTERN)));
        case 'readBaseAndFingerprint':
          return readable(presenceAtStart, ({ text, photo, fingerprint }) =>
            good(itemsWithLengths(text, photo ?? PHOTO_PATTERN, fingerprint ?? NO_DATA)),
          );
        case 'latestAddress':
          return readable(presenceAtStart, ({ latestAddress }) => (latestAddress ? good(latestAddress) : status(0x91)));
        case 'managementNumber':
          return readable(presenceAtStart, () => good(new Uint8Array(28).fill(presence & 0xff)));
      }
    },
  };
}

/** Two bytes for each length first, big-endian, then the items. */
function itemsWithLengths(...items: readonly Uint8Array[]): Uint8Array {
  const lengths = items.flatMap(({ length }) => [length >> 8, length & 0xff]);
  return Uint8Array.from([...lengths, ...items.flatMap((item) => [...item])]);
}
