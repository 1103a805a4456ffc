import type { HandAct } from '../../simulation/simulator.ts';

/** What a hand can do with any simulated scanner. */
export interface ScannerHand {
  /** Holds a code before it. Answers whether the scanner looked. */
  scan(content: Uint8Array): boolean;
  /** Bytes that are no code. */
  noise(bytes: Uint8Array): void;
  /** No power: it hears and says nothing. */
  setSilent(on: boolean): void;
}

export function scannerActs(hand: ScannerHand): Readonly<Record<string, HandAct>> {
  const scan = (content: Uint8Array): void => {
    if (!hand.scan(content)) throw new RangeError('the scanner is dark: nobody has told it to look');
  };
  return {
    scan: {
      says: 'holds a code with this text before the scanner',
      do(text) {
        if (text === '') throw new RangeError('scan TEXT');
        scan(Buffer.from(text, 'utf8'));
      },
    },
    scanHex: { says: 'holds a code with these bytes before the scanner', do: (hex) => scan(bytesOf('scanHex', hex)) },
    noise: { says: 'sends bytes that are no code', do: (hex) => hand.noise(bytesOf('noise', hex)) },
    silent: {
      says: 'takes its power away, or gives it back',
      do(word) {
        if (word !== 'on' && word !== 'off') throw new RangeError('silent on|off');
        hand.setSilent(word === 'on');
      },
    },
  };
}

function bytesOf(act: string, hex: string): Uint8Array {
  const digits = hex.replaceAll(' ', '');
  if (!/^(?:[0-9a-f]{2}){1,8192}$/i.test(digits)) throw new RangeError(`${act} HEX, such as ${act} 31 32 0d`);
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
