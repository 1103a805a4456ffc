import { systemClock } from '../../clock.ts';
import { lineTimeMs, pacePort } from '../../transport/paced-port.ts';
import type { SdtCommandName } from '../commands.ts';
import { commandBehind, type ModuleKnowledge } from './command-table.ts';
import { DEFAULT_DELAYS_MS } from './delays.ts';
import { encodeLatestAddress, encodeTextBlock } from './encode-text-block.ts';
import { buildReply, createRequestReader, type ModuleCheck, type ModuleReply } from './module-frames.ts';
import { createSimulatedModule, type SimulatedCard } from './simulated-module.ts';
import type { IdCardSimulator, IdCardSimulatorSettings } from './simulated-reader.ts';

export type { IdCardSimulator, IdCardSimulatorSettings };

const SPECIMEN_SAM_ID = Uint8Array.of(5, 0, 1, 0, 0x31, 0xd3, 0x33, 1, 0x7b, 0, 0, 0, 0xff, 0xe0, 0xf5, 5);
const NO_DATA = new Uint8Array(0);

export function createIdCardSimulator(settings: IdCardSimulatorSettings): IdCardSimulator {
  const { port, clock = systemClock, continuousReading, baudRate, onReplied } = settings;
  const knows: ModuleKnowledge = { ...settings, family: settings.family ?? 'sdt' };
  const check: ModuleCheck = knows.family === 'sdt' ? 'xor' : 'sum';
  const replyCheck = settings.replyCheck ?? check;
  const module = createSimulatedModule(continuousReading, settings.samId ?? SPECIMEN_SAM_ID);
  const delays: Record<SdtCommandName, number> = { ...DEFAULT_DELAYS_MS, ...settings.delays };
  const reader = createRequestReader(check);
  const pace = { clock, ...(baudRate === undefined ? {} : { baudRate }) };
  const whole = baudRate === undefined ? port : pacePort(port, pace);
  const byByte = pacePort(port, { ...pace, oneByteAtATime: true });
  const queue: (SdtCommandName | 'unknown')[] = [];
  let working = false;
  let silent = false;
  let poweredAtMs = Number.NEGATIVE_INFINITY;
  let fault: { readonly sw3: number; readonly until: 'mended' | 'reset' } | undefined;
  let line = whole;
  let corrupt: SdtCommandName | 'any' | undefined;
  let noise: Uint8Array = NO_DATA;
  let busyMs = 0;

  const answer = (command: SdtCommandName | 'unknown', presence: number): ModuleReply => {
    if (command === 'resetSam' && fault?.until === 'reset') fault = undefined;
    if (fault) return { status: fault.sw3, data: NO_DATA };
    return command === 'unknown' ? { status: 0x21, data: NO_DATA } : module.answer(command, presence);
  };
  const send = (command: SdtCommandName | 'unknown', frame: Uint8Array): void => {
    if (corrupt === command || corrupt === 'any') {
      frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x01;
      corrupt = undefined;
    }
    line.send(noise.length > 0 ? Uint8Array.of(...noise, ...frame) : frame);
    noise = NO_DATA;
    if (command !== 'unknown') onReplied?.(command);
  };
  /** One command after the other, in the order they came, as a module does. */
  const work = (): void => {
    const command = queue.shift();
    working = command !== undefined;
    if (command === undefined) return;
    const presence = module.presence();
    const delayMs = command === 'unknown' ? 0 : delays[command];
    clock.after(delayMs, () => {
      const frame = buildReply(answer(command, presence), replyCheck);
      const lineMs = baudRate === undefined ? 0 : lineTimeMs(frame.length, baudRate);
      if (presence === module.presence()) busyMs += delayMs + lineMs;
      if (!silent) send(command, frame);
      work();
    });
  };
  const refuse = (sw3: number): void => send('unknown', buildReply({ status: sw3, data: NO_DATA }, replyCheck));

  port.onReceive((bytes) => {
    for (const event of reader.push(bytes)) {
      if (silent || clock.now() - poweredAtMs < (settings.powerUpMs ?? 0)) continue;
      if (event.type === 'refused') refuse(0x11);
      if (event.type !== 'frame') continue;
      if (!event.frame.checkIsRight) refuse(0x10);
      else {
        queue.push(commandBehind(event.frame.code, knows) ?? 'unknown');
        if (!working) work();
      }
    }
  });

  const put = (card: SimulatedCard): void => {
    busyMs = 0;
    module.put(card);
  };
  return {
    putCard(card, { latestAddress, ...extra } = {}) {
      const address = latestAddress === undefined ? undefined : encodeLatestAddress(latestAddress);
      put({ ...extra, text: encodeTextBlock(card), latestAddress: address });
    },
    putRawCard: (text) => put({ text }),
    putUnreadable: (sw3) => put({ text: new Uint8Array(256), unreadable: sw3 }),
    takeCard: () => module.take(),
    losePower() {
      reader.flush();
      module.losePower();
      poweredAtMs = clock.now();
    },
    setSilent(on) {
      silent = on;
    },
    setFault(sw3, until = 'mended') {
      fault = sw3 === undefined ? undefined : { sw3, until };
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
