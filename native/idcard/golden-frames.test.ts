import { describe, expect, it } from 'vitest';
import { CVR_SUM_COMMANDS, resetCommand, SDT_COMMANDS, type SdtCommand } from './commands.ts';
import { createFrameParser } from './frame-parser.ts';
import { decodeReply, encodeRequest, type FrameCheck, MIN_REPLY_LENGTH } from './frames.ts';
import { commandBehind } from './simulator/command-table.ts';
import { buildReply, createRequestReader } from './simulator/module-frames.ts';

// The frames of the manuals stand between the driver and the simulated module, which share no code of frames: each side
// writes exactly these and reads exactly these.

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (frame: Uint8Array): string =>
  Buffer.from(frame)
    .toString('hex')
    .replaceAll(/(..)(?!$)/g, '$1 ')
    .toUpperCase();

const SDT_REQUESTS: readonly (readonly [SdtCommand, string])[] = [
  [SDT_COMMANDS.samStatus, 'AA AA AA 96 69 00 03 11 FF ED'],
  [SDT_COMMANDS.samId, 'AA AA AA 96 69 00 03 12 FF EE'],
  [SDT_COMMANDS.findCard, 'AA AA AA 96 69 00 03 20 01 22'],
  [SDT_COMMANDS.selectCard, 'AA AA AA 96 69 00 03 20 02 21'],
  [SDT_COMMANDS.readBase, 'AA AA AA 96 69 00 03 30 01 32'],
  [SDT_COMMANDS.readBaseAndFingerprint, 'AA AA AA 96 69 00 03 30 10 23'],
  [SDT_COMMANDS.latestAddress, 'AA AA AA 96 69 00 03 30 03 30'],
  [resetCommand([0x10, 0xff]), 'AA AA AA 96 69 00 03 10 FF EC'],
];

const CVR_SUM_REQUESTS: readonly (readonly [SdtCommand, string])[] = [
  [CVR_SUM_COMMANDS.init, 'AA AA AA 96 69 00 03 00 01 FC'],
  [CVR_SUM_COMMANDS.findCard, 'AA AA AA 96 69 00 03 00 81 7C'],
  [CVR_SUM_COMMANDS.selectCard, 'AA AA AA 96 69 00 03 00 82 7B'],
  [CVR_SUM_COMMANDS.readBase, 'AA AA AA 96 69 00 03 00 83 7A'],
];

const REPLIES = [
  ['self-check passed', 'AA AA AA 96 69 00 04 00 00 90 94', 0x90, 0],
  ['card found', 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97', 0x9f, 4],
  ['card selected', 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', 0x90, 8],
  ['no card', 'AA AA AA 96 69 00 04 00 00 80 84', 0x80, 0],
  ['select failed', 'AA AA AA 96 69 00 04 00 00 81 85', 0x81, 0],
  ['read failed', 'AA AA AA 96 69 00 04 00 00 41 45', 0x41, 0],
  ['card not accepted', 'AA AA AA 96 69 00 04 00 00 32 36', 0x32, 0],
] as const;

function readByModule(frame: Uint8Array, check: FrameCheck): { code: number; checkIsRight: boolean } {
  const [event] = createRequestReader(check).push(frame);
  if (event?.type !== 'frame') throw new Error('not read');
  return event.frame;
}

describe('golden frames', () => {
  it.each(SDT_REQUESTS)('SDT request $name', (command, golden) => {
    expect(hex(encodeRequest(command.cmd, command.para))).toBe(golden);
    const { code, checkIsRight } = readByModule(bytes(golden), 'xor');
    expect(checkIsRight).toBe(true);
    expect(commandBehind(code, { family: 'sdt', resetCode: 0x10ff })).toBe(command.name);
  });

  it.each(CVR_SUM_REQUESTS)('CVR-100AU request $name', (command, golden) => {
    expect(hex(encodeRequest(command.cmd, command.para, 'sum'))).toBe(golden);
    const { code, checkIsRight } = readByModule(bytes(golden), 'sum');
    expect(checkIsRight).toBe(true);
    expect(commandBehind(code, { family: 'cvr-sum' })).toBe(command.name);
    expect(readByModule(bytes(golden), 'xor').checkIsRight).toBe(false);
  });

  it.each(REPLIES)('reply %s', (_, golden, status, dataBytes) => {
    const data = new Uint8Array(dataBytes);
    expect(hex(buildReply({ status, data }, 'xor'))).toBe(golden);
    const [event] = createFrameParser(MIN_REPLY_LENGTH).push(bytes(golden));
    expect(event?.type === 'frame' && decodeReply(event.frame.body)).toEqual({ ok: true, value: { status, data } });
  });

  it.each([
    ['SAM-ID', 16, 27, '00 14'],
    ['latest address', 70, 81, '00 4A'],
    ['text and photo', 4 + 256 + 1024, 1295, '05 08'],
    ['text, photo and no fingerprint', 6 + 256 + 1024, 1297, '05 0A'],
    ['text, photo and fingerprint', 6 + 256 + 1024 + 1024, 2321, '09 0A'],
  ])('reply with %s: length and LEN', (_, dataBytes, frameBytes, length) => {
    const frame = buildReply({ status: 0x90, data: new Uint8Array(dataBytes) }, 'xor');
    expect(frame).toHaveLength(frameBytes);
    expect(hex(frame.subarray(5, 7))).toBe(length);
    expect(createFrameParser(MIN_REPLY_LENGTH).push(frame)).toMatchObject([{ type: 'frame' }]);
  });

  it.each([
    ['without a sign of a frame', '00 11 22', []],
    ['with a length no request has', 'AA AA AA 96 69 00 04 20 01 22 00', ['refused']],
  ])('the module takes no request of bytes %s', (_, broken, refusals) => {
    const reader = createRequestReader('xor');
    const types = [...reader.push(bytes(broken)), ...reader.flush()].map((event) => event.type);
    expect(types).not.toContain('frame');
    expect(types.filter((type) => type === 'refused')).toEqual(refusals);
  });
});
