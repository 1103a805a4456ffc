import type { CardFiles } from './card-files.ts';

/** How cards differ from city to city and from year to year. */
export interface CardHabits {
  /** The SELECT of a file that it understands. */
  readonly select: 'both' | 'below' | 'anywhere';
  /** The READ RECORD that it understands. */
  readonly records: 'both' | 'byIdentifier' | 'byNumber';
  /** Holder's data only behind a PIN, as in one city. */
  readonly pin: boolean;
  /** Answers SELECT with 61xx and what GET RESPONSE then fetches. */
  readonly fileInformation: boolean;
  /** Wants its own Le once (6Cxx), or always another one (`endless`). */
  readonly le: 'any' | 'exact' | 'endless';
}

export const USUAL_HABITS: CardHabits = {
  select: 'both',
  records: 'both',
  pin: false,
  fileInformation: true,
  le: 'exact',
};

/** What is in a slot: a chip with an answer to reset, or one that gives none. */
export interface SimulatedCard {
  /** `undefined`: the contacts do not meet, as with a card upside down. */
  readonly atr: Uint8Array | undefined;
  powerOn(): void;
  command(apdu: Uint8Array): Uint8Array;
}

/** A card of the national kind: T=0, historical bytes "SH" and nothing else of meaning. */
const ATR = Uint8Array.of(
  0x3b,
  0x6d,
  0x00,
  0x00,
  0x00,
  0x81,
  0x4d,
  0x2e,
  0x31,
  0x53,
  0x48,
  0x2e,
  0x53,
  0x68,
  0x65,
  0x42,
  0x4f,
);
const SSSE = '7378312e73682ec9e7bbe1b1a3d5cf';

const sw = (status: number, data: readonly number[] = []): Uint8Array =>
  Uint8Array.of(...data, status >> 8, status & 0xff);

/** The chip of a social-security card. */
export function socialCardChip(files: CardFiles, given: Partial<CardHabits> = {}): SimulatedCard {
  const habits = { ...USUAL_HABITS, ...given };
  let inEnvironment = false;
  let file: readonly Uint8Array[] | undefined;
  let ready: readonly number[] = [];

  const selected = (information: readonly number[]): Uint8Array => {
    if (!habits.fileInformation) return sw(0x9000);
    ready = information;
    return sw(0x6100 | ready.length);
  };
  const selectByName = (name: string): Uint8Array => {
    if (name !== SSSE) return sw(0x6a82);
    inEnvironment = true;
    file = undefined;
    return selected([0x6f, 0x02, 0x84, 0x00]);
  };
  const selectFile = (form: number, id: string): Uint8Array => {
    const understood = form === 0x02 ? habits.select !== 'anywhere' : habits.select !== 'below';
    if (!understood) return sw(0x6a86);
    const found = id === 'ef05' ? files.ef05 : id === 'ef06' ? files.ef06 : undefined;
    if (!inEnvironment || !found) return sw(0x6a82);
    file = found;
    return selected([0x6f, 0x02, 0x80, 0x00]);
  };
  const readRecord = (which: number, form: number, le: number): Uint8Array => {
    const byNumber = form === 0x04;
    if (!file) return sw(0x6986);
    if (byNumber ? habits.records === 'byIdentifier' : habits.records === 'byNumber') return sw(0x6a86);
    if (habits.pin && file === files.ef06) return sw(0x6982);
    const record = byNumber ? file[which - 1] : file.find(([identifier]) => identifier === which);
    if (!record) return sw(0x6a83);
    if (habits.le === 'endless') return sw(0x6c00 | ((le + 1) & 0xff));
    return habits.le === 'exact' && le !== record.length ? sw(0x6c00 | record.length) : sw(0x9000, [...record]);
  };

  return {
    atr: ATR,
    powerOn() {
      inEnvironment = false;
      file = undefined;
      ready = [];
    },
    command(apdu) {
      const [cla, ins, p1 = 0, p2 = 0, p3 = 0] = apdu;
      const data = Buffer.from(apdu.subarray(5)).toString('hex');
      if (cla !== 0x00) return sw(0x6e00);
      if (ins === 0xc0) return sw(0x9000, ready.slice(0, p3 === 0 ? 256 : p3));
      ready = [];
      if (ins === 0xa4) return p1 === 0x04 ? selectByName(data) : selectFile(p1, data);
      return ins === 0xb2 ? readRecord(p1, p2, p3) : sw(0x6d00);
    },
  };
}

/** A bank card: it has an answer to reset, and no social-security environment. */
export const otherChip = (): SimulatedCard => ({
  atr: ATR.slice(0, 9),
  powerOn: () => undefined,
  command: () => sw(0x6a82),
});

/** Upside down: nothing answers. */
export const muteChip = (): SimulatedCard => ({ atr: undefined, powerOn: () => undefined, command: () => sw(0x6f00) });

/** Answers to reset, and then each command with this status. */
export const brokenChip = (status: number): SimulatedCard => ({
  atr: ATR,
  powerOn: () => undefined,
  command: () => sw(status),
});
