import { describe, expect, it } from 'vitest';
import type { BoardReply } from '../board-protocol.ts';
import { modbusRelayProtocol } from './protocol.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const protocol = modbusRelayProtocol({ boards: [{ address: 1, cells: 8 }], pulse100Ms: 7 });
const reply = (text: string): BoardReply => {
  const [event] = protocol.decoder().push(hex(text));
  if (event?.type !== 'frame') throw new Error(`no frame in ${text}`);
  return event.frame;
};

describe('a relay board as a lock board', () => {
  it('unlocks by the board’s own pulse, as published, and is under current for as long', () => {
    expect(protocol.unlock(1, 0).frame).toEqual(hex('01 05 02 00 00 07 8D B0'));
    expect(protocol.pulseMs).toBe(700);
  });

  it('asks for its inputs as published', () => {
    expect(protocol.query(1, 8).frame).toEqual(hex('01 02 00 00 00 08 79 CC'));
  });

  it('switches may begin at another input', () => {
    const shifted = modbusRelayProtocol({ boards: [{ address: 1, cells: 8 }], pulse100Ms: 5, firstInput: 16 });
    expect(shifted.query(1, 8).frame.subarray(2, 6)).toEqual(hex('00 10 00 08'));
  });

  it('the echo of a pulse is the answer to it and to no other', () => {
    const echo = reply('01 05 02 00 00 07 8D B0');
    expect(protocol.unlock(1, 0).answers(echo)).toBe(true);
    expect(protocol.unlock(1, 1).answers(echo)).toBe(false);
    expect(protocol.query(1, 8).answers(echo)).toBe(false);
  });

  it('inputs are lines, the first channel first', () => {
    const lines = reply('01 02 01 05 61 8B');
    expect(lines).toEqual({ kind: 'lines', address: 1, lines: [1, 0, 1, 0, 0, 0, 0, 0] });
    expect(protocol.query(1, 8).answers(lines)).toBe(true);
    expect(protocol.query(1, 9).answers(lines)).toBe(false);
  });

  it.each([
    ['the relays', '01 01 01 00 51 88'],
    ['the refusal to read them', '01 81 01 81 90'],
  ])('%s prove that nothing older comes; inputs that were owed do not', (_, proves) => {
    const query = protocol.query(1, 8);
    const proof = protocol.proof?.(query, 1);
    expect(proof?.frame).toEqual(hex('01 01 00 00 00 08 3D CC'));
    expect(proof?.answers(reply(proves))).toBe(true);
    expect(query.answers(reply(proves))).toBe(false);
    expect(proof?.answers(reply('01 02 01 05 61 8B'))).toBe(false);
    expect(proof?.answers(reply('01 82 02 C1 61'))).toBe(false);
  });

  it('a refused pulse ends the wait for it', () => {
    expect(protocol.unlock(1, 0).answers(reply('01 85 02 C3 51'))).toBe(true);
    expect(protocol.query(1, 8).answers(reply('01 85 02 C3 51'))).toBe(false);
  });
});
