import type { IdentityCard } from '../../contract/identity-card.ts';
import { type Clock, systemClock } from '../clock.ts';
import { lineTimeMs, pacePort } from '../transport/paced-port.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import { commandOf, type SdtCommandName } from './commands.ts';
import { encodeLatestAddress, encodeTextBlock } from './encode-text-block.ts';
import { createFrameParser } from './frame-parser.ts';
import { decodeRequest, encodeReply, MIN_REQUEST_LENGTH, type SdtReply } from './frames.ts';
import { createSimulatedModule, type SimulatedCard } from './simulated-card.ts';

/** What the module itself needs for a command before it answers, milliseconds. */
export type SimulatedDelays = Readonly<Record<SdtCommandName, number>>;

export const DEFAULT_DELAYS_MS: SimulatedDelays = {
  samStatus: 5,
  samId: 5,
  findCard: 20,
  selectCard: 20,
  readBase: 350,
  latestAddress: 30,
};

export interface IdCardSimulatorSettings {
  readonly port: SimulatedPort;
  readonly clock?: Clock;
  readonly delays?: Partial<SimulatedDelays>;
  readonly continuousReading: 'repeats' | 'once';
  /** 16 bytes. */
  readonly samId?: Uint8Array;
  /** Replies take the time of a line at this rate; without it they arrive at once. */
  readonly baudRate?: number;
  /** Called when a reply was handed to the line. */
  readonly onReplied?: (command: SdtCommandName) => void;
}

/** A reader at the far end of a wire. Cards are put and taken, and things broken, as by hand. */
export interface IdCardSimulator {
  putCard(card: IdentityCard, extra?: { readonly latestAddress?: string }): void;
  /** 256 bytes as they are. */
  putRawCard(text: Uint8Array): void;
  /** A card whose every read is answered with this SW3. */
  putUnreadable(sw3: number): void;
  takeCard(): void;
  /** As when the cable that is pulled also feeds the module. */
  losePower(): void;
  /** Takes requests and answers none. */
  setSilent(on: boolean): void;
  /** Every command is answered with this SW3 (60, 66: the module is broken) until `undefined` is set. */
  setFault(sw3: number | undefined): void;
  setOneByteAtATime(on: boolean): void;
  setDelay(command: SdtCommandName, delayMs: number): void;
  /** The check byte of the next reply (to this command) is wrong. */
  corruptNextReply(to?: SdtCommandName): void;
  noiseBeforeNextReply(bytes: Uint8Array): void;
  /** The module's own delays and line time since the card was put, milliseconds: not the software's. */
  deviceBusyMs(): number;
}

const SPECIMEN_SAM_ID = Uint8Array.of(5, 0, 1, 0, 0x31, 0xd3, 0x33, 1, 0x7b, 0, 0, 0, 0xff, 0xe0, 0xf5, 5);

export function createIdCardSimulator(settings: IdCardSimulatorSettings): IdCardSimulator {
  const { port, clock = systemClock, continuousReading, baudRate, onReplied } = settings;
  const module = createSimulatedModule(continuousReading, settings.samId ?? SPECIMEN_SAM_ID);
  const delays: Record<SdtCommandName, number> = { ...DEFAULT_DELAYS_MS, ...settings.delays };
  const parser = createFrameParser(MIN_REQUEST_LENGTH);
  const pace = { clock, ...(baudRate === undefined ? {} : { baudRate }) };
  const whole = baudRate === undefined ? port : pacePort(port, pace);
  const byByte = pacePort(port, { ...pace, oneByteAtATime: true });
  const queue: (SdtCommandName | 'unknown')[] = [];
  let working = false;
  let silent = false;
  let fault: number | undefined;
  let line = whole;
  let corrupt: SdtCommandName | 'any' | undefined;
  let noise: Uint8Array | undefined;
  let busyMs = 0;

  const reply = (command: SdtCommandName | 'unknown', presence: number): SdtReply => {
    if (fault !== undefined) return { status: fault, data: new Uint8Array(0) };
    return command === 'unknown' ? { status: 0x21, data: new Uint8Array(0) } : module.answer(command, presence);
  };
  const send = (command: SdtCommandName | 'unknown', frame: Uint8Array): void => {
    if (corrupt === command || corrupt === 'any') {
      frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x01;
      corrupt = undefined;
    }
    if (noise) line.send(noise);
    noise = undefined;
    line.send(frame);
  };
  /** One command after the other, in the order they came, as a module does. */
  const work = (): void => {
    const command = queue.shift();
    working = command !== undefined;
    if (command === undefined) return;
    const presence = module.presence();
    const delayMs = command === 'unknown' ? 0 : delays[command];
    clock.after(delayMs, () => {
      const answer = reply(command, presence);
      const frame = encodeReply(answer.status, answer.data);
      if (presence === module.presence()) {
        busyMs += delayMs + (baudRate === undefined ? 0 : lineTimeMs(frame.length, baudRate));
      }
      if (!silent) {
        send(command, frame);
        if (command !== 'unknown') onReplied?.(command);
      }
      work();
    });
  };
  port.onReceive((bytes) => {
    for (const event of parser.push(bytes)) {
      if (silent) continue;
      if (event.type === 'refused') send('unknown', encodeReply(event.reason === 'checksum' ? 0x10 : 0x11));
      if (event.type !== 'frame') continue;
      const request = decodeRequest(event.body);
      const command = request.ok ? commandOf(request.value.cmd, request.value.para) : undefined;
      queue.push(command?.name ?? 'unknown');
      if (!working) work();
    }
  });

  const put = (card: SimulatedCard): void => {
    busyMs = 0;
    module.put(card);
  };
  return {
    putCard(card, { latestAddress } = {}) {
      const text = encodeTextBlock(card);
      put(latestAddress === undefined ? { text } : { text, latestAddress: encodeLatestAddress(latestAddress) });
    },
    putRawCard: (text) => put({ text }),
    putUnreadable: (sw3) => put({ text: new Uint8Array(256), unreadable: sw3 }),
    takeCard: () => module.take(),
    losePower: () => module.losePower(),
    setSilent(on) {
      silent = on;
    },
    setFault(sw3) {
      fault = sw3;
    },
    setOneByteAtATime(on) {
      line = on ? byByte : whole;
    },
    setDelay(command, delayMs) {
      delays[command] = delayMs;
    },
    corruptNextReply(to) {
      corrupt = to ?? 'any';
    },
    noiseBeforeNextReply(bytes) {
      noise = bytes;
    },
    deviceBusyMs: () => busyMs,
  };
}
