import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import { crcHolds } from './crc16.ts';
import { exceptionWord } from './exchange.ts';
import { createReplyDecoder, FUNCTION, type ModbusReply } from './replies.ts';
import { COIL_OFF, COIL_ON, COIL_TOGGLE, PULSE_COIL, PULSE_UNIT_MS } from './requests.ts';

const ALL_COILS = 0x00ff;
const LAST_PULSE_COIL = PULSE_COIL + 0xff;

/** For a tap: frames of both directions in words. A request is one chunk, for that is how masters here write it. */
export function createModbusReport(tell: (direction: WireDirection, text: string) => void): WireReport {
  const decoder = createReplyDecoder();
  return (direction, bytes) => {
    if (direction === 'toDevice') return tell(direction, requestWords(bytes));
    for (const event of decoder.push(bytes)) {
      if (event.type === 'frame') tell(direction, replyWords(event.frame));
      else tell(direction, event.type === 'refused' ? `(wrong ${event.reason})` : `(${event.bytes} bytes discarded)`);
    }
  };
}

function requestWords(frame: Uint8Array): string {
  const [address = 0, functionCode] = frame;
  const word = (at: number): number => (frame[at] ?? 0) * 0x100 + (frame[at + 1] ?? 0);
  if (!crcHolds(frame)) return `(${frame.length} bytes, wrong checksum)`;
  const range = `${word(2)}–${word(2) + word(4) - 1}`;
  switch (functionCode) {
    case FUNCTION.readCoils:
      return `to ${address}: read coils ${range}`;
    case FUNCTION.readInputs:
      return `to ${address}: read inputs ${range}`;
    case FUNCTION.readRegisters:
      return `to ${address}: read registers ${range}`;
    case FUNCTION.writeCoil:
      return `to ${address}: ${coilWords(word(2), word(4))}`;
    case FUNCTION.writeCoils:
      return `to ${address}: coils ${range} to ${bitText([...frame.subarray(7, -2)].flatMap(bitsOf)).slice(0, word(4))}`;
    default:
      return `to ${address}: function ${functionCode}`;
  }
}

function replyWords(reply: ModbusReply): string {
  switch (reply.kind) {
    case 'bits':
      return `${reply.address}: ${reply.functionCode === FUNCTION.readCoils ? 'coils' : 'inputs'} ${bitText(reply.bits)}`;
    case 'registers':
      return `${reply.address}: registers ${reply.registers.join(' ')}`;
    case 'coil':
      return `${reply.address}: took ${coilWords(reply.coil, reply.value)}`;
    case 'coils':
      return `${reply.address}: took coils ${reply.first}–${reply.first + reply.count - 1}`;
    case 'exception':
      return `${reply.address}: ${exceptionWord(reply.code)} (${reply.code}) to function ${reply.functionCode}`;
  }
}

const VALUES: Readonly<Record<number, string>> = { [COIL_ON]: 'on', [COIL_OFF]: 'off', [COIL_TOGGLE]: 'toggle' };

function coilWords(coil: number, value: number): string {
  if (coil >= PULSE_COIL && coil <= LAST_PULSE_COIL)
    return `pulse coil ${coil - PULSE_COIL} for ${value * PULSE_UNIT_MS} ms`;
  const which = coil === ALL_COILS ? 'all coils' : `coil ${coil}`;
  return `${which} ${VALUES[value] ?? `value ${value.toString(16).toUpperCase().padStart(4, '0')}`}`;
}

const bitsOf = (byte: number): boolean[] => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1);

/** The first bit first. */
const bitText = (bits: readonly boolean[]): string => bits.map((on) => (on ? '1' : '0')).join('');
