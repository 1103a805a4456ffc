import { REPLY_LIMIT_MS } from '../../modbus/limits.ts';
import { createReplyDecoder, FUNCTION, type ModbusReply } from '../../modbus/replies.ts';
import { PULSE_UNIT_MS, pulseCoil, readCoils, readInputs } from '../../modbus/requests.ts';
import type { DecoderEvent, StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardProtocol, BoardReply, BoardRequest } from '../board-protocol.ts';

/** The standard wants 4 ms at 9600 bit/s; clones are said to need far more. */
export const MODBUS_RELAY_GAP_MS = 50;
/** What a proof reads; a board with fewer relays says so, which proves as much. */
const PROOF_RELAYS = 8;
/** Two bytes of a register, should somebody else on the line be asked for one. */
const SHORTEST_DATA_BYTES = 2;

export interface ModbusRelaySettings {
  readonly boards: readonly { readonly address: number; readonly cells: number }[];
  /** The board's own pulse, in its units of 100 ms. */
  readonly pulse100Ms: number;
  /** The input that the switch of a board's first cell is wired to; its other switches follow. Default 0. */
  readonly firstInput?: number;
}

/**
 * Modbus relay boards with inputs (Waveshare and clones): relay n is the lock of channel n, input n its switch. An unlock is the
 * board's own pulse, never "on" and later "off": should this host die in between, no coil is left under current.
 *
 * Late replies: answers to one inputs query look like those to the next. The proof is a read of the relays, which is never
 * asked for otherwise: any answer to it, refusal included, comes after all that was owed before.
 */
export function modbusRelayProtocol({ boards, pulse100Ms, firstInput = 0 }: ModbusRelaySettings): BoardProtocol {
  const addresses = boards.map(({ address }) => address);
  const maxDataBytes = Math.max(SHORTEST_DATA_BYTES, ...boards.map(({ cells }) => Math.ceil(cells / 8)));
  return {
    driver: 'modbus-relay',
    // [inf] a switch that the closed door presses; `closedIs` and `inverted` of the configuration say otherwise.
    closedIs: 1,
    gapMs: MODBUS_RELAY_GAP_MS,
    pulseMs: pulse100Ms * PULSE_UNIT_MS,
    decoder: () => boardReplies(createReplyDecoder({ addresses, maxDataBytes })),
    unlock: (address, channel) => ({
      frame: pulseCoil(address, channel, pulse100Ms).frame,
      replyLimitMs: REPLY_LIMIT_MS,
      answers: (reply) =>
        (reply.kind === 'unlock' && reply.address === address && reply.channel === channel) ||
        isNoDoor(reply, address, FUNCTION.writeCoil),
    }),
    query: (address, channels) => ({
      frame: readInputs(address, firstInput, channels).frame,
      replyLimitMs: REPLY_LIMIT_MS,
      answers: (reply) =>
        reply.kind === 'lines' && reply.address === address && reply.lines.length === Math.ceil(channels / 8) * 8,
    }),
    proof: (_, address): BoardRequest => ({
      frame: readCoils(address, 0, PROOF_RELAYS).frame,
      replyLimitMs: REPLY_LIMIT_MS,
      answers: (reply) => isNoDoor(reply, address, FUNCTION.readCoils),
    }),
  };
}

function boardReplies(decoder: StreamDecoder<ModbusReply>): StreamDecoder<BoardReply> {
  const translate = (events: readonly DecoderEvent<ModbusReply>[]): DecoderEvent<BoardReply>[] =>
    events.map((event) => (event.type === 'frame' ? { type: 'frame', frame: boardReply(event.frame) } : event));
  return {
    push: (chunk) => translate(decoder.push(chunk)),
    flush: () => translate(decoder.flush()),
    held: decoder.held,
  };
}

function boardReply(reply: ModbusReply): BoardReply {
  const { address, functionCode } = reply;
  if (reply.kind === 'bits' && functionCode === FUNCTION.readInputs) {
    return { kind: 'lines', address, lines: reply.bits.map((on) => (on ? 1 : 0)) };
  }
  // The low byte is the channel; the high one says what kind of write it was.
  if (reply.kind === 'coil') return { kind: 'unlock', address, channel: reply.coil & 0xff, accepted: true };
  return noDoor(address, functionCode);
}

/** A reply that tells of no door, a refusal for one: the line of a channel that there is not, by the function that answers. */
const noDoor = (address: number, functionCode: number): BoardReply => ({
  kind: 'line',
  address,
  channel: -functionCode,
  line: undefined,
});

const isNoDoor = (reply: BoardReply, address: number, functionCode: number): boolean =>
  reply.kind === 'line' && reply.address === address && reply.channel === -functionCode;
