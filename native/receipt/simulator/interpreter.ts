import { createGraphicsCommands } from './graphics-commands.ts';
import type { PrinterModel } from './models.ts';
import { ASCII_WIDTH_DOTS, createPrintHead } from './print-head.ts';
import type { Strip } from './strip.ts';
import { wideCharacter } from './wide-character.ts';

/** What the interpreter needs of the machine around it. Every wait may throw `BuffersCleared`. */
export interface Mechanism {
  nextByte(): Promise<number>;
  /** Moves the paper by one printed line or image; waits while paper, cover or cutter stand in the way. */
  advance(): Promise<void>;
  cut(strip: Strip): Promise<void>;
  /** Answers GS r n. */
  answerQueued(n: number): void;
  /** Answers GS I n. */
  answerIdentity(n: number): void;
  /** Reports changes by itself from now on; 0: no longer, as after ESC @. */
  enableReports(n: number): void;
  unknown(bytes: number): void;
}

export interface Interpreter {
  /** Reads and carries out one command or character. */
  step(): Promise<void>;
  /** Forgets the line buffer, as clearing the buffers does; printed paper stays. */
  clearLine(): void;
}

const PREFIXES: Readonly<Record<number, string>> = { 27: 'ESC', 28: 'FS', 29: 'GS' };
const HANZI_WIDTH_DOTS = 24;

/** Commands that change nothing visible here, and how many parameter bytes they have. */
const WITHOUT_EFFECT: ReadonlyMap<string, number> = new Map([
  ...['ESC SP', 'ESC -', 'ESC M', 'ESC t', 'ESC {', 'FS -', 'FS !', 'FS C', 'GS B'].map((name) => [name, 1] as const),
  ['GS L', 2],
  ['GS W', 2],
]);

/** A text-mode ESC/POS printer: bytes in, marks on a strip of paper out. Written from the manual, not from the encoder. */
export function createInterpreter(mechanism: Mechanism, model: PrinterModel, printableDots: number): Interpreter {
  const { nextByte } = mechanism;
  const head = createPrintHead(printableDots, mechanism.advance);
  const { modes } = head;
  const graphics = createGraphicsCommands({ head, nextByte, unknown: mechanism.unknown });
  let lastWasImage = false;

  const word = async (): Promise<number> => (await nextByte()) + 256 * (await nextByte());

  async function cut(): Promise<void> {
    const m = await nextByte();
    const feeds = m === 65 || m === 66;
    if (!feeds && ![0, 1, 48, 49].includes(m)) return mechanism.unknown(3);
    return cutAfter(feeds ? await nextByte() : 0);
  }

  async function cutAfter(feedDots: number): Promise<void> {
    const strip = await head.cutOff(feedDots);
    if (strip.marks.length > 0) await mechanism.cut(strip);
  }

  async function command(name: string): Promise<void> {
    const continues = lastWasImage;
    lastWasImage = name === 'GS v';
    if (model.reports !== null && name === `GS ${model.reports}`) return mechanism.enableReports(await nextByte());
    switch (name) {
      case 'ESC @':
        mechanism.enableReports(0);
        return head.reset();
      case 'ESC i':
      case 'ESC m':
        return cutAfter(0);
      case 'ESC 9':
        if (!model.textCodes) return mechanism.unknown(2);
        modes.textCode = (await nextByte()) === 1 ? 'utf8' : 'gb18030';
        return;
      case 'ESC 3':
        modes.lineSpacingDots = await nextByte();
        return;
      case 'ESC E':
        modes.bold = ((await nextByte()) & 1) === 1;
        return;
      case 'ESC a':
        modes.justification = (['left', 'center', 'right'] as const)[(await nextByte()) % 48] ?? 'left';
        return;
      case 'ESC d':
        return head.feed(await nextByte());
      case 'ESC J':
        return head.feedDots(await nextByte());
      case 'ESC $':
        return head.moveTo(await word());
      case 'ESC \\':
        return head.moveTo(head.lineWidthDots() + (await word()));
      case 'FS &':
        modes.hanzi = true;
        return;
      case 'FS .':
        modes.hanzi = false;
        return;
      case 'FS S':
        modes.hanziGapDots = (await nextByte()) + (await nextByte());
        return;
      case 'GS !': {
        const n = await nextByte();
        modes.widthTimes = (n >> 4) + 1;
        modes.heightTimes = (n & 0x0f) + 1;
        return;
      }
      case 'GS V':
        return cut();
      case 'GS r':
        return mechanism.answerQueued(await nextByte());
      case 'GS I':
        return mechanism.answerIdentity(await nextByte());
      case 'GS v':
        return graphics.rasterImage(continues);
      case 'GS (':
        return graphics.twoDimensionalCode();
      default: {
        const skip = WITHOUT_EFFECT.get(name);
        if (skip === undefined) mechanism.unknown(2);
        for (let n = 0; n < (skip ?? 0); n += 1) await nextByte();
      }
    }
  }

  async function step(): Promise<void> {
    const byte = await nextByte();
    const prefix = PREFIXES[byte];
    if (prefix !== undefined) {
      const second = await nextByte();
      return command(`${prefix} ${second === 0x20 ? 'SP' : String.fromCharCode(second)}`);
    }
    if (byte === 0x00) return;
    lastWasImage = false;
    if (byte === 0x0a) return head.endLine();
    if (byte >= 0x20 && byte <= 0x7e) return head.put(String.fromCharCode(byte), ASCII_WIDTH_DOTS);
    if (byte < 0x81 || !modes.hanzi) return mechanism.unknown(1);
    const character = await wideCharacter(byte, modes.textCode, nextByte);
    return head.put(character, HANZI_WIDTH_DOTS + modes.hanziGapDots);
  }

  return { step, clearLine: head.clearLine };
}
